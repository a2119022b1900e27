package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                + "Map<String, Integer> sizes = Map.of();",
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
            })
    void setsAVariableWithoutChangingItsType(String declarations, String name, String value) {
        String before = typeOf(name);

        assertThat(inject(declarations)).isEqualTo(new Outcome.Done(List.of()));

        assertThat(typeOf(name)).isEqualTo(before);
        assertThat(JAVA.variable(name).map(Object::toString).orElse(null)).isEqualTo(value);
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
