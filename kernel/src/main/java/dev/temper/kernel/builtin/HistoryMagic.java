package dev.temper.kernel.builtin;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code %history}: the cells that were run. */
public final class HistoryMagic implements Magic {
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");
    private static final Usage USAGE = Usage.line("history", "Print the cells that were run in this session.")
            .with(Argument.repeated("cells", ValueType.TEXT, "print only these, such as 3 or 2-5"))
            .with(Option.flag("numbers", "print the number of each").alias("n"))
            .with(Option.of("grep", ValueType.TEXT, "search all sessions for text; * and ? stand for any characters")
                    .alias("g"))
            .with(Option.of("last", ValueType.COUNT, "print the latest of all sessions")
                    .alias("l"))
            .example("%history -n 2-5")
            .example("%history -g 'sweep*--retry'")
            .example("%history -l 20");

    /** Makes the magic. */
    public HistoryMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        Predicate<PastCell> chosen = chosen(options.texts("cells"));
        List<PastCell> all = session.history(Integer.MAX_VALUE);
        int latest =
                session.cell() > 1 && !all.isEmpty() ? all.get(all.size() - 1).session() : Integer.MAX_VALUE;
        boolean everySession = options.has("grep") || options.has("last");
        List<PastCell> cells = all.stream()
                .filter(cell -> everySession || cell.session() == latest)
                .filter(chosen)
                .filter(options.has("grep") ? matching(options.text("grep")) : cell -> true)
                .toList();
        if (options.has("last")) {
            int most = (int) Math.min(options.integer("last"), cells.size());
            cells = cells.subList(cells.size() - most, cells.size());
        }
        boolean numbers = options.flag("numbers") || options.has("grep");
        cells.forEach(cell -> session.out().println(shown(cell, numbers, cell.session() == latest)));
        return null;
    }

    private static Predicate<PastCell> chosen(List<String> ranges) {
        List<Predicate<PastCell>> all = new ArrayList<>();
        for (String range : ranges) {
            Matcher numbers = RANGE.matcher(range);
            if (!numbers.matches()) {
                throw new MagicException("cells must be numbers such as 3 or 2-5, but is " + range);
            }
            long from = Long.parseLong(numbers.group(1));
            long to = numbers.group(2) == null ? from : Long.parseLong(numbers.group(2));
            all.add(cell -> cell.number() >= from && cell.number() <= to);
        }
        return cell -> all.isEmpty() || all.stream().anyMatch(one -> one.test(cell));
    }

    private static Predicate<PastCell> matching(String glob) {
        String regex = glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        return cell -> pattern.matcher(cell.text()).find();
    }

    private static String shown(PastCell cell, boolean numbers, boolean ofThisSession) {
        String number = ofThisSession ? cell.number() + ": " : cell.session() + "/" + cell.number() + ": ";
        return numbers ? number + cell.text().replace("\n", "\n" + " ".repeat(number.length())) : cell.text();
    }
}
