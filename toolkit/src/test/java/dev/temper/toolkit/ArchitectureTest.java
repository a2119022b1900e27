package dev.temper.toolkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may enter which room. Packages that are not there yet are held to their rules from their first class on. */
@AnalyzeClasses(packages = "dev.temper.toolkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String TOOLKIT = "dev.temper.toolkit.";

    @ArchTest
    static final ArchRule dataUsesNothingOfOurs = only("data");

    @ArchTest
    static final ArchRule annealUsesData = only("anneal", "data");

    @ArchTest
    static final ArchRule worldUsesData = only("world", "data");

    @ArchTest
    static final ArchRule storeUsesTheStudyItWritesDown = only("store", "anneal", "data");

    @ArchTest
    static final ArchRule trainUsesStoreAndWorld = only("train", "anneal", "data", "store", "world");

    @ArchTest
    static final ArchRule launchUsesTrain = only("launch", "train", "anneal", "data", "store");

    @ArchTest
    static final ArchRule resultsUseTheStore = only("results", "anneal", "data", "store");

    @ArchTest
    static final ArchRule lawUsesNothingOfOurs = only("law");

    @ArchTest
    static final ArchRule utilityUsesLaw = only("utility", "law", "anneal", "data");

    @ArchTest
    static final ArchRule chartUsesUtility = only("chart", "utility", "law", "anneal");

    @ArchTest
    static final ArchRule onlyMagicMeetsTheKernelAndThereOnlyItsInterfaces = classes()
            .that()
            .resideInAPackage(TOOLKIT + "magic..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("dev.temper.kernel.."))
                    .or(resideInAnyPackage("dev.temper.kernel.magic..", "dev.temper.kernel.display..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyElseMeetsTheKernel = outside("dev.temper.kernel..", "magic");

    @ArchTest
    static final ArchRule tablesawStaysInResultsAndMagic = outside("tech.tablesaw..", "results", "magic");

    @ArchTest
    static final ArchRule xchartStaysInChartAndMagic = outside("org.knowm..", "chart", "magic");

    @ArchTest
    static final ArchRule batikStaysInChart = outside("org.apache.batik..", "chart");

    @ArchTest
    static final ArchRule theTrainingEngineStaysInTrain = outside("ai.djl..", "train");

    @ArchTest
    static final ArchRule numericsStayInLawAndUtility = outside("org.apache.commons.math3..", "law", "utility");

    @ArchTest
    static final ArchRule jsonStaysWhereFilesAreReadAndWritten =
            outside("com.fasterxml.jackson..", "store", "train", "results", "magic");

    @ArchTest
    static final ArchRule recordsOfTheStudyDoNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage(packages("data", "anneal", "world", "law", "utility"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.time..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(TOOLKIT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(standInANullMarkedPackage());

    @ArchTest
    static void everyPackageHasARule(JavaClasses classes) {
        assertThat(classes.stream().map(each -> each.getPackageName().substring("dev.temper.toolkit".length())))
                .as("a new package needs its row in this test")
                .allMatch(name -> name.matches(
                        "(\\.(data|anneal|world|store|train|launch|results|law|utility|chart|magic)(\\..*)?)?"));
    }

    /** The package and those named, and of ours nothing else. */
    private static ArchRule only(String name, String... others) {
        String[] permitted =
                packages(Stream.concat(Stream.of(name), Arrays.stream(others)).toArray(String[]::new));
        return classes()
                .that()
                .resideInAPackage(TOOLKIT + name + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.temper..")).or(resideInAnyPackage(permitted)))
                .allowEmptyShould(true);
    }

    private static ArchRule outside(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(homes))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> TOOLKIT + name + "..").toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + type.getPackageName()));
            }
        };
    }
}
