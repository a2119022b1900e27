package dev.temper.kernel.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Source that is in no file, as the compiler reads it. */
public final class SourceText extends SimpleJavaFileObject {
    private final String source;

    /**
     * Keeps source.
     *
     * @param source a compilation unit, whose classes may have any name
     */
    public SourceText(String source) {
        super(URI.create("cell:///Cell.java"), Kind.SOURCE);
        this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    @Override
    public boolean isNameCompatible(@Nullable String simpleName, @Nullable Kind kind) {
        return true;
    }
}
