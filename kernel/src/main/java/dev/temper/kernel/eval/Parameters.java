package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import dev.temper.kernel.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Keeps the declared types of variables that a runner of notebooks, such as papermill, gives new values. It puts a cell
 * of {@code var} declarations behind the one with the defaults, so that {@code double alpha = 0.3;} would become an
 * {@code int} by {@code var alpha = 1;}. Here that sets the variable instead.
 */
final class Parameters {
    private static final Pattern CELL = Pattern.compile("^\\s*//\\s*Parameters\\s*?\\n[\\s\\S]*");

    /** The types that {@link Given} knows the parts of, as far as source can name them. */
    private static final Pattern OF_PARTS =
            Pattern.compile("(?:java\\.math\\.)?Big(?:Decimal|Integer)|[\\w.$]+(?:<[\\w.$<>?,\\[\\] ]*>)?(?:\\[])+"
                    + "|(?:java\\.util\\.|java\\.lang\\.)?(?:Iterable|Collection|(?:Array)?List|(?:\\w*Hash|Tree|Sorted)?(?:Set|Map))"
                    + "<[\\w.$<>?,\\[\\] ]*>");

    private Parameters() {}

    /** Whether the source is a cell of parameters. */
    static boolean isCell(String source) {
        return CELL.matcher(source).matches();
    }

    /**
     * Turns the declaration of a variable that is there into the setting of it.
     *
     * @param typeOf the declared type of a variable, empty when there is none
     */
    static Piece keepType(Piece piece, Function<String, Optional<String>> typeOf) {
        List<Token> tokens = Token.code(piece.source());
        OptionalInt equals = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is("="))
                .findFirst();
        if (piece.kind() != PieceKind.OTHER || equals.isEmpty() || equals.getAsInt() < 2) {
            return piece;
        }
        Token name = tokens.get(equals.getAsInt() - 1);
        List<Token> value = tokens.subList(equals.getAsInt() + 1, tokens.size());
        Optional<String> type = typeOf.apply(name.text());
        return type.isEmpty() || value.isEmpty() || declaresMore(value)
                ? piece
                : assignment(piece, tokens.get(0), name, value, type.get());
    }

    private static boolean declaresMore(List<Token> value) {
        return IntStream.range(0, value.size() - 2)
                .anyMatch(i -> value.get(i).is(",")
                        && value.get(i + 1).isName()
                        && value.get(i + 2).text().matches("[=,;]"));
    }

    /** The same text, with spaces in place of the type, so that its errors are told where they are. */
    private static Piece assignment(Piece piece, Token first, Token name, List<Token> value, String type) {
        String source = piece.source();
        Token last = value.get(value.size() - 1);
        int end = last.is(";") ? last.start() : last.end();
        String before = source.substring(0, first.start())
                + source.substring(first.start(), name.start()).replaceAll("[^\\n]", " ");
        String converted = converted(
                name.text(), source.substring(value.get(0).start(), end).strip(), type);
        String set = before + source.substring(name.start(), value.get(0).start()) + converted + source.substring(end);
        return new Piece(set, piece.origin(), true, true, PieceKind.ASSIGNMENT);
    }

    /** Converts as a declaration with that type would, and numbers to those that the variable has. */
    private static String converted(String name, String value, String type) {
        if (value.startsWith("{")) {
            return "new " + type + " " + value;
        }
        if (OF_PARTS.matcher(type).matches() && !value.equals("null")) {
            return "new " + Given.class.getName() + "<" + type + ">(\"" + name + "\") {}.of(" + value + ")";
        }
        return switch (value.equals("null") ? "" : type) {
            case "float", "Float" -> "(float) (" + value + ")";
            case "Double" -> "Double.valueOf(" + value + ")";
            case "Long" -> "Long.valueOf(" + value + ")";
            default -> value;
        };
    }
}
