package dev.temper.kernel.builtin;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import org.jspecify.annotations.Nullable;

/** Shows the lines of a cell as what they are, such as {@code %%html}. */
public abstract sealed class ShowMagic implements Magic {
    private final Usage usage;
    private final String mime;

    private ShowMagic(String name, String what, String mime, String example) {
        this.usage = Usage.cell(name, "Show the lines below as " + what + ".").example("%%" + name + "\n" + example);
        this.mime = mime;
    }

    @Override
    public final Usage usage() {
        return usage;
    }

    @Override
    public final @Nullable Object run(Invocation invocation, Session session) {
        session.display(MimeBundle.of(mime, invocation.body()).with(MimeBundle.TEXT, invocation.body()));
        return null;
    }

    /** {@code %%html}. */
    public static final class Html extends ShowMagic {
        /** Makes the magic. */
        public Html() {
            super("html", "HTML", MimeBundle.HTML, "<b>bold</b>");
        }
    }

    /** {@code %%markdown}. */
    public static final class Markdown extends ShowMagic {
        /** Makes the magic. */
        public Markdown() {
            super("markdown", "Markdown", "text/markdown", "**bold**");
        }
    }

    /** {@code %%svg}. */
    public static final class Svg extends ShowMagic {
        /** Makes the magic. */
        public Svg() {
            super(
                    "svg",
                    "a picture in SVG",
                    "image/svg+xml",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><circle r=\"9\"/></svg>");
        }
    }

    /** {@code %%latex}. */
    public static final class Latex extends ShowMagic {
        /** Makes the magic. */
        public Latex() {
            super("latex", "LaTeX", "text/latex", "$e^{i\\pi} = -1$");
        }
    }

    /** {@code %%javascript}. */
    public static final class JavaScript extends ShowMagic {
        /** Makes the magic. */
        public JavaScript() {
            super("javascript", "a script that the page runs", "application/javascript", "element.append('ran')");
        }
    }
}
