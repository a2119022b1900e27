package dev.temper.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final Frontend.Place first = (stream, text) -> show("first", stream, text);
    private final Frontend.Place second = (stream, text) -> show("second", stream, text);
    private Frontend.Place current = first;
    private final Output output = new Output((Frontend) Proxy.newProxyInstance(
            OutputTest.class.getClassLoader(), new Class<?>[] {Frontend.class}, (proxy, method, arguments) -> current));

    /** Joins the pieces, since how many there are is up to a timer. */
    private void show(String cell, Frontend.Stream stream, String text) {
        shown.merge(cell, stream == Frontend.Stream.ERR ? text.toUpperCase(Locale.ROOT) : text, String::concat);
    }

    private String shown(String cell) {
        return shown.getOrDefault(cell, "");
    }

    @Test
    void showsTheTextOfEachCellThere() {
        PrintStream out = output.out();
        out.print("a");
        current = second;
        out.print("b");
        current = first;
        out.print("c");
        output.flush();

        assertThat(shown("first")).isEqualTo("ac");
        assertThat(shown("second")).isEqualTo("b");
    }

    @Test
    void keepsTheOrderOfTheStreamsOfACell() {
        output.out().print("a");
        output.err().print("b");
        output.out().print("c");
        output.flush();

        assertThat(shown("first")).isEqualTo("aBc");
    }

    @Test
    void cutsNoCharacter() {
        byte[] clef = "𝄞".getBytes(StandardCharsets.UTF_8);
        PrintStream out = output.out();
        out.write(clef, 0, 3);
        output.flush();
        assertThat(shown("first")).isEmpty();
        out.write(clef, 3, 1);
        output.flush();

        assertThat(shown("first")).isEqualTo("𝄞");
    }

    @Test
    void passesOnWhatComesAfterItsEnd() {
        output.close();
        output.out().print("late");

        assertThat(shown("first")).isEqualTo("late");
    }
}
