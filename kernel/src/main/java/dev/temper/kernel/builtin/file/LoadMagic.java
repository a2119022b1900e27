package dev.temper.kernel.builtin.file;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code %load}: puts the text of a file into the cell that asks for it. */
public final class LoadMagic implements Magic {
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)?");
    private static final Usage USAGE = Usage.line(
                    "load", "Put the text of a file, or the code cells of a notebook, into this cell.")
            .with(Argument.required(
                    "file", ValueType.ADDRESS, "a file of text or a notebook (.ipynb), here or on the web"))
            .with(Option.of("lines", ValueType.TEXT, "take only these lines, such as 5-20 or 5-")
                    .alias("r"))
            .example("%load setup.jsh")
            .example("%load -r 5-20 Model.java")
            .example("%load https://example.com/study.ipynb");

    /** Makes the magic. */
    public LoadMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws InterruptedException {
        Options options = invocation.options(USAGE);
        String text = read(options.text("file"), session.directory()).stream()
                .map(Source::text)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n\n"));
        String chosen = options.has("lines") ? lines(text, options.text("lines")) : text;
        session.nextInput("// %load " + invocation.arguments() + "\n" + chosen, true);
        return null;
    }

    private static List<Source> read(String typed, Path directory) throws InterruptedException {
        try {
            Optional<URI> address = Download.address(typed);
            return address.isPresent()
                    ? Source.cut(typed, Download.text(address.get()))
                    : Source.read(Path.of(typed), directory.resolve(typed));
        } catch (InvalidPathException e) {
            throw new MagicException("file must be a path or a URL, but is " + typed + ": " + e.getMessage(), e);
        }
    }

    private static String lines(String text, String range) {
        List<String> all = text.lines().toList();
        Matcher numbers = RANGE.matcher(range);
        if (!numbers.matches()) {
            throw new MagicException("--lines must be a range such as 5-20 or 5-, but is " + range);
        }
        long from = Long.parseLong(numbers.group(1));
        long to = numbers.group(2) == null ? all.size() : Math.min(Long.parseLong(numbers.group(2)), all.size());
        if (from < 1 || from > to) {
            throw new MagicException("--lines must lie within the " + all.size() + " lines there are, but is " + range);
        }
        return String.join("\n", all.subList((int) from - 1, (int) to));
    }
}
