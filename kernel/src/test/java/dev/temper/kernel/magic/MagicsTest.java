package dev.temper.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MagicsTest {
    private static final Magic PLAN = new Magic() {
        @Override
        public Usage usage() {
            return OptionsTest.USAGE;
        }

        @Override
        public Object run(Invocation invocation, Session session) {
            return session.place(invocation.line()) + ": "
                    + invocation.options(usage()).text("name");
        }
    };

    private final Magics magics = new Magics(List.of(PLAN));

    @Test
    void runsAMagic() throws Exception {
        assertThat(magics.run(Invocation.line("plan", "small"), new Bare())).isEqualTo("Cell [4], line 1: small");
    }

    @Test
    void checksTheCommandLineBeforeItRuns() {
        assertThatThrownBy(() -> magics.run(Invocation.line("plan", "small --sead 1"), new Bare()))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("Did you mean --seed?");
    }

    @Test
    void saysWhichMagicWasMeant() {
        assertThatThrownBy(() -> magics.run(Invocation.line("paln", ""), new Bare()))
                .isInstanceOf(MagicException.class)
                .hasMessage("There is no magic %paln. Did you mean %plan? There are: %plan.");
    }

    @Test
    void saysHowManyPercentSignsItTakes() {
        assertThatThrownBy(() -> magics.run(Invocation.cell("plan", "x", "body"), new Bare()))
                .hasMessage("%plan takes no lines below it: write it with one percent sign, on a line of its own.");
    }

    @Test
    void writesHelpFromTheUsage() {
        assertThat(OptionsTest.USAGE.help()).isEqualTo("""
                        Plan a sweep.

                        %plan NAME [BUDGETS ...] [--at TOKENS] [--seed N] [--rate X] [--folder PATH] [--axis tokens|flop|cost] [--dry-run]

                        Arguments:
                          name     the name of the sweep
                          budgets  the budgets

                        Options:
                          -a, --at TOKENS          where to decide
                          --seed N                 the first seed (default 42)
                          --rate X                 the learning rate
                          --folder PATH            where to write
                          --axis tokens|flop|cost  what to draw against
                          -n, --dry-run            only list the runs

                        Examples:
                          %plan small 20k 1.3M --at 164k""");
    }

    @Test
    void completesNamesOptionsAndChoices() {
        assertThat(magics.candidates("%", List::of)).containsExactly("%plan");
        assertThat(magics.candidates("%pl", List::of)).containsExactly("%plan");
        assertThat(magics.candidates("%plan small --s", List::of)).containsExactly("--seed");
        assertThat(magics.candidates("%plan --axis ", List::of)).containsExactly("tokens", "flop", "cost");
        assertThat(magics.candidates("%plan --axis fl", List::of)).containsExactly("flop");
        assertThat(magics.candidates("%nothing --", List::of)).isEmpty();
    }

    @Test
    void completesWhatAMagicKnowsOfTheNotebook() {
        Magic show = new Magic() {
            @Override
            public Usage usage() {
                return Usage.line("show", "Show a variable.")
                        .with(Argument.required("name", ValueType.TEXT, "the variable"))
                        .with(Option.of("by", ValueType.TEXT, "its order"));
            }

            @Override
            public List<String> words(Typing typing) {
                return typing.option().isEmpty()
                        ? typing.variables().get().stream()
                                .map(Workspace.Variable::name)
                                .toList()
                        : List.of(typing.option() + "-"
                                + typing.value(typing.before().get(1)).orElse("none"));
            }

            @Override
            public Object run(Invocation invocation, Session session) {
                return "";
            }
        };
        Magics both = new Magics(List.of(PLAN, show));
        List<Workspace.Variable> variables = List.of(
                new Workspace.Variable("table", "String", "rows"), new Workspace.Variable("empty", "String", null));

        assertThat(both.candidates("%show ", () -> variables)).containsExactly("table", "empty", "--by");
        assertThat(both.candidates("%show ta", () -> variables)).containsExactly("table");
        assertThat(both.candidates("%show table --by ", () -> variables)).containsExactly("by-rows");
        assertThat(both.candidates("%show empty --by b", () -> variables)).containsExactly("by-none");
    }

    @Test
    void tellsWhereJavaBeginsOnALine() {
        Usage usage = Usage.line("measure", "Measure Java.")
                .with(Option.of("runs", ValueType.COUNT, "how often").alias("r"))
                .with(Option.flag("quiet", "print nothing"))
                .with(Argument.rest("code", ValueType.JAVA, "the code"));
        Magics measuring = new Magics(List.of(PLAN, only(usage)));

        assertThat(measuring.javaStart("%measure f(-1)")).hasValue(9);
        assertThat(measuring.javaStart("%measure -r 3 --quiet --runs=2 f(\"x y"))
                .hasValue(31);
        assertThat(measuring.javaStart("%measure -r ")).isEmpty();
        assertThat(measuring.javaStart("%plan small")).isEmpty();
    }

    @Test
    void readsTheRestOfALineAsItStands() {
        Usage usage = Usage.line("measure", "Measure Java.")
                .with(Option.of("runs", ValueType.COUNT, "how often").alias("r"))
                .with(Argument.rest("code", ValueType.JAVA, "the code"));

        Options options =
                Invocation.line("measure", "-r 3  f(\"it's\",  'x') --runs").options(usage);
        assertThat(options.text("code")).isEqualTo("f(\"it's\",  'x') --runs");
        assertThat(options.integer("runs")).isEqualTo(3);
        assertThat(Invocation.line("measure", "-- -r 3").options(usage).text("code"))
                .isEqualTo("-r 3");
        assertThatThrownBy(() -> Invocation.line("measure", "-r 0 x").options(usage))
                .hasMessageStartingWith("-r must be a whole number, at least 1, but is 0");
    }

    private static Magic only(Usage usage) {
        return new Magic() {
            @Override
            public Usage usage() {
                return usage;
            }

            @Override
            public @Nullable Object run(Invocation invocation, Session session) {
                return null;
            }
        };
    }

    @Test
    void takesTheFirstOfTwoMagicsWithOneNameAndTellsIt() {
        Magics both = new Magics(List.of(PLAN, PLAN));

        assertThat(both.faults()).singleElement().asString().startsWith("Two magics are named plan");
    }

    /** A notebook that can do nothing but tell its cell. */
    private static final class Bare implements Session {
        @Override
        public int cell() {
            return 4;
        }

        @Override
        public Renderers renderers() {
            return new Renderers();
        }

        @Override
        public void display(@Nullable Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LiveDisplay live(@Nullable Object first) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PrintStream out() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PrintStream err() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void bind(String name, Class<?> type, @Nullable Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Object> lookup(String name) {
            return Optional.empty();
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public void clear(boolean wait) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String ask(String prompt, boolean secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void nextInput(String text, boolean replace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void page(MimeBundle explanation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Magics magics() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> environment() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PastCell> history(int most) {
            return List.of();
        }

        @Override
        public Workspace workspace() {
            throw new UnsupportedOperationException();
        }
    }
}
