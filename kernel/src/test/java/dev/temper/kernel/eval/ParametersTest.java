package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final JavaSession JAVA = JavaSession.start(List.of("import java.util.*;"));

    @BeforeAll
    static void start() {
        JAVA.beginCell();
    }

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @BeforeEach
    void declareDefaults() {
        assertThat(JAVA.run(
                        "double alpha = 0.34; var beta = 2.5; long n = 3; Double boxed = 1.5; Long big = 4L;"
                                + "float narrow = 1f; String name = \"a\"; boolean on = false; int count = 7;"
                                + "Map<String, Integer> sizes = Map.of();"
                                + "List<Double> rates = List.of(0.5); double[] steps = {1.5}; List<Long> budgets = List.of(1L);"
                                + "Map<String, Double> shares = Map.of(\"a\", 0.5); var grid = List.of(List.of(0.5));"
                                + "java.math.BigDecimal price = null; TreeMap<String, Long> sorted = new TreeMap<>();"
                                + "int[][] table = {{1}}; List<? extends Number> any = List.of();",
                        new Origin(1, 1)))
                .isEqualTo(new Outcome.Done(List.of()));
    }

    private static Outcome inject(String declarations) {
        return JAVA.run("// Parameters\n" + declarations, new Origin(2, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var alpha = 1;|alpha|1.0",
                "var beta = -3;|beta|-3.0",
                "int n = 5;|n|5",
                "final var boxed = 2;|boxed|2.0",
                "var boxed = null;|boxed|",
                "var big = 6;|big|6",
                "var narrow = 0.5;|narrow|0.5",
                "var name = \"b;=\";|name|b;=",
                "var on = true;|on|true",
                "var sizes = new HashMap<String, Integer>(Map.of(\"a\", 1)); // all|sizes|{a=1}",
                "var count = 1; var alpha = 2;|alpha|2.0",
                "List<Integer> rates = List.of(1, 2);|rates|[1.0, 2.0]",
                "List<Object> rates = List.of();|rates|[]",
                "var rates = null;|rates|",
                "List<Integer> budgets = List.of(1, 2);|budgets|[1, 2]",
                "Map<String, Integer> shares = new LinkedHashMap<String, Integer>() {{ put(\"web\", 1); }};|shares|{web=1.0}",
                "List<List<Integer>> grid = List.of(List.of(), List.of(1));|grid|[[], [1.0]]",
                "var price = 3;|price|3",
                "var price = 0.1;|price|0.1",
                "Map<String, Integer> sorted = Map.of(\"a\", 1);|sorted|{a=1}",
                "var any = List.of(1, 2.5);|any|[1, 2.5]",
            })
    void setsAVariableWithoutChangingItsType(String declarations, String name, String value) {
        String before = typeOf(name);

        assertThat(inject(declarations)).isEqualTo(new Outcome.Done(List.of()));

        assertThat(typeOf(name)).isEqualTo(before);
        assertThat(JAVA.variable(name).map(Object::toString).orElse(null)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"List<Integer> steps = List.of(2, 3);", "double[] steps = {2, 3};"})
    void setsAnArray(String declaration) {
        assertThat(inject(declaration)).isEqualTo(new Outcome.Done(List.of()));

        assertThat(JAVA.variable("steps")).contains(new double[] {2, 3});
    }

    @Test
    void setsAnArrayOfArrays() {
        assertThat(inject("List<List<Integer>> table = List.of(List.of(1, 2), List.of());"))
                .isEqualTo(new Outcome.Done(List.of()));

        assertThat(JAVA.variable("table")).contains(new int[][] {{1, 2}, {}});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var rates = List.of(1, \"x\");|rates[1] must be of type Double, but is x, of type String",
                "var budgets = List.of(1.5);|budgets[0] must be of type Long, but is 1.5, of type Double",
                "var shares = List.of(1);|shares must be of type Map, but is [1], of type List12",
                "var steps = Arrays.asList(1, null);|steps[1] must be of type double, but is null",
                "var table = List.of(List.of(3000000000L));|table[0][0] must be of type int, but is 3000000000, of type Long",
                "var steps = \"x\";|steps must be of type double[], but is x, of type String",
            })
    void refusesAPartOfAnotherKind(String declaration, String message) {
        Outcome outcome = inject(declaration);

        assertThat(outcome).isInstanceOf(Outcome.Thrown.class);
        assertThat(((Outcome.Thrown) outcome).thrown()).hasMessage(message);
    }

    @Test
    void keepsAListItselfThatIsOfTheTypeAsItIs() {
        JAVA.run("List<Double> mine = new LinkedList<>(List.of(2.5));", new Origin(1, 1));

        assertThat(inject("var rates = mine;")).isEqualTo(new Outcome.Done(List.of()));

        assertThat(JAVA.variable("rates")).containsInstanceOf(LinkedList.class);
    }

    private static String typeOf(String name) {
        return JAVA.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(JavaSession.Variable::type)
                .findFirst()
                .orElse("none");
    }

    @Test
    void declaresWhatIsNotThere() {
        assertThat(inject("var fresh1 = 3;")).isEqualTo(new Outcome.Done(List.of()));

        assertThat(typeOf("fresh1")).isEqualTo("int");
    }

    @Test
    void refusesAValueOfAnotherKindAndKeepsTheOldOne() {
        Outcome outcome = inject("var alpha = \"high\";");

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).errors()).singleElement().satisfies(error -> {
            assertThat(error.place()).isEqualTo("Cell [2], line 2");
            assertThat(error.message()).isEqualTo("incompatible types: String cannot be converted to double");
        });
        assertThat(JAVA.variable("alpha")).contains(0.34);
    }

    @Test
    void leavesAllOtherCellsToDeclareAnew() {
        JAVA.run("// Not parameters\nvar alpha = 1;", new Origin(2, 1));

        assertThat(typeOf("alpha")).isEqualTo("int");
    }
}
