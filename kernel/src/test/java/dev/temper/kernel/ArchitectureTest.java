package dev.temper.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.temper.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_ONLY_WHAT_IT_MAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("display")
            .definedBy("dev.temper.kernel.display..")
            .layer("magic")
            .definedBy("dev.temper.kernel.magic")
            .layer("builtin")
            .definedBy("dev.temper.kernel.builtin..")
            .layer("cell")
            .definedBy("dev.temper.kernel.cell")
            .layer("eval")
            .definedBy("dev.temper.kernel.eval..")
            .layer("assist")
            .definedBy("dev.temper.kernel.assist")
            .layer("session")
            .definedBy("dev.temper.kernel.session")
            .layer("jupyter")
            .definedBy("dev.temper.kernel.jupyter..")
            .layer("library")
            .definedBy("dev.temper.kernel.library")
            .layer("main")
            .definedBy("dev.temper.kernel")
            .layer("source")
            .definedBy("dev.temper.kernel.source")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("builtin")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("library")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("jupyter")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("jupyter", "main")
            .whereLayer("assist")
            .mayOnlyBeAccessedByLayers("session", "jupyter", "main")
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("assist", "session", "jupyter", "main")
            .whereLayer("cell")
            .mayOnlyBeAccessedByLayers("session", "jupyter", "main")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("eval", "assist")
            .whereLayer("magic")
            .mayOnlyBeAccessedByLayers("builtin", "cell", "library", "session", "jupyter", "main")
            .whereLayer("display")
            .mayOnlyBeAccessedByLayers("builtin", "magic", "eval", "assist", "library", "session", "jupyter", "main");

    @ArchTest
    static final ArchRule ONLY_JUPYTER_KNOWS_THE_BASE_KERNEL_AND_ZEROMQ = noClasses()
            .that()
            .resideOutsideOfPackage("dev.temper.kernel.jupyter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.spencerpark..", "org.zeromq..", "zmq..");

    @ArchTest
    static final ArchRule ONLY_JUPYTER_AND_WHAT_READS_NOTEBOOKS_KNOW_JSON = noClasses()
            .that()
            .resideOutsideOfPackages("dev.temper.kernel.jupyter..", "dev.temper.kernel.builtin.file")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.gson..");

    @ArchTest
    static final ArchRule ONLY_EVAL_KNOWS_JSHELL_AND_BYTE_CODE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.temper.kernel.eval..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.jshell..", "org.objectweb.asm..", "java.lang.instrument..");

    @ArchTest
    static final ArchRule ONLY_LIBRARY_KNOWS_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage("dev.temper.kernel.library")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "org.sonatype.plexus..");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NOTHING_OF_THE_TOOLKIT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.temper.toolkit..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.temper.kernel.(*)..").should().beFreeOfCycles();
}
