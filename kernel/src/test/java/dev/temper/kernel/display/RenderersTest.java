package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderersTest {
    private final Renderers renderers = new Renderers();

    private static class Base implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final class Derived extends Base implements Comparable<Derived> {
        private static final long serialVersionUID = 1L;

        @Override
        public int compareTo(Derived other) {
            return 0;
        }
    }

    @Test
    void takesTheNearestClass() {
        renderers.register(Base.class, value -> MimeBundle.plain("base"));
        renderers.register(Derived.class, value -> MimeBundle.plain("derived"));

        assertThat(renderers.render(new Derived()).text()).isEqualTo("derived");
        assertThat(renderers.render(new Base()).text()).isEqualTo("base");
    }

    @Test
    void takesASuperclassBeforeAnInterface() {
        renderers.register(Comparable.class, value -> MimeBundle.plain("interface"));
        assertThat(renderers.render(new Derived()).text()).isEqualTo("interface");

        renderers.register(Base.class, value -> MimeBundle.plain("base"));
        assertThat(renderers.render(new Derived()).text()).isEqualTo("base");
    }

    @Test
    void takesTheNearestInterface() {
        renderers.register(Iterable.class, value -> MimeBundle.plain("iterable"));
        renderers.register(List.class, value -> MimeBundle.plain("list"));

        assertThat(renderers.render(new ArrayList<>()).text()).isEqualTo("list");
    }

    @Test
    void fallsBackToWhatIsRegisteredForAllObjects() {
        renderers.register(Object.class, value -> MimeBundle.plain("any"));
        renderers.register(Base.class, value -> MimeBundle.plain("base"));

        assertThat(renderers.render(7).text()).isEqualTo("any");
        assertThat(renderers.render(new Base()).text()).isEqualTo("base");
    }

    @Test
    void showsABundleAsItStands() {
        MimeBundle bundle = MimeBundle.of(MimeBundle.HTML, "<b>x</b>");

        assertThat(renderers.render(bundle)).isEqualTo(bundle);
    }

    @Test
    void showsNullAndElementsOfArrays() {
        assertThat(renderers.render(null).text()).isEqualTo("null");
        assertThat(renderers.render(new int[] {1, 2, 3}).text()).isEqualTo("[1, 2, 3]");
        assertThat(renderers
                        .render(new Object[] {"a", null, new double[] {0.5}})
                        .text())
                .isEqualTo("[a, null, [0.5]]");
    }

    @Test
    void boundsHowMuchOfAnArrayACollectionOrAMapIsShown() {
        assertThat(renderers.render(new int[1000]).text()).hasSizeLessThan(400).endsWith("0, ... 900 more]");
        assertThat(renderers.render(IntStream.range(0, 150).boxed().toList()).text())
                .startsWith("[0, 1, 2")
                .endsWith("98, 99, ... 50 more]");
        Map<Integer, Integer> map = new TreeMap<>();
        IntStream.range(0, 101).forEach(i -> map.put(i, i));
        assertThat(renderers.render(map).text()).startsWith("{0=0, 1=1").endsWith("99=99, ... 1 more}");
        List<String> longTexts = Collections.nCopies(100, "x".repeat(1000));
        assertThat(renderers.render(longTexts).text()).hasSizeLessThan(25_000).endsWith("more]");
    }

    @Test
    void endsWithAListThatHoldsItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThat(renderers.render(list).text()).isEqualTo("[(this Collection)]");
    }

    @Test
    void addsPlainTextToWhatARendererLeavesWithout() {
        renderers.register(Base.class, value -> MimeBundle.of(MimeBundle.HTML, "<b>x</b>"));

        assertThat(renderers.render(new Base()).data()).containsOnlyKeys("text/html", "text/plain");
    }

    @SuppressWarnings("UnusedMethod") // they are found by their names
    private static final class Drawn {
        String toHtml() {
            return "<i>drawn</i>";
        }

        String toSvg() {
            return "<svg viewBox='0 0 2 1'/>";
        }

        @Override
        public String toString() {
            return "a drawing";
        }
    }

    @Test
    void showsATypeByItsOwnMethods() {
        assertThat(renderers.render(new Drawn()).data()).containsOnlyKeys("text/plain");
        renderers.registerByMethods(Drawn.class);

        assertThat(renderers.render(new Drawn()).data())
                .containsEntry("text/html", "<i>drawn</i>")
                .containsEntry("text/plain", "a drawing")
                .extractingByKey("image/svg+xml")
                .asString()
                .contains("width=\"2\"");
        assertThatThrownBy(() -> renderers.registerByMethods(Base.class))
                .hasMessageContaining("must have a method of the name toHtml, toMarkdown, toSvg");
    }

    @Test
    void showsAnExceptionByItsTrace() {
        assertThat(renderers.render(new IllegalStateException("no")).text())
                .startsWith("java.lang.IllegalStateException: no\n\tat dev.temper");
    }

    @Test
    void showsTheJsonOfALibraryAsJson() {
        JsonObject object = new JsonObject();
        object.addProperty("a", 1);

        assertThat(renderers.render(object).data()).containsEntry("application/json", Map.of("a", 1L));
    }

    @Test
    void refusesARendererThatReturnsNothing() {
        renderers.register(Base.class, value -> absent());

        assertThatThrownBy(() -> renderers.render(new Base()))
                .hasMessage("the renderer of " + Base.class.getName() + " returned null");
    }

    @SuppressWarnings("NullAway") // what a library without null checks can do
    private static MimeBundle absent() {
        return null;
    }
}
