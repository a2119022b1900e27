package dev.temper.kernel.assist;

import dev.temper.kernel.eval.Declaration;
import dev.temper.kernel.source.Token;
import java.util.List;
import java.util.Set;

/**
 * A cell that is being typed, as a source file that a compiler takes: what earlier cells have declared around it, each
 * of its own declarations in a class within the method that the pieces before it make up, and what is open closed.
 *
 * @param unit the source file
 * @param shift what must be added to a place in the cell for the same place in the file, for the piece at the cursor
 */
record Draft(String unit, int shift) {
    /** Stands in the file where the cursor is. */
    static final String MARK = "Temper$Mark";

    /** Begins the names of the classes that are added. */
    static final String ADDED = "Temper$";

    private static final Set<String> MASKED = Set.of("public", "protected", "private", "static");
    private static final Set<String> OTHER_MODIFIERS =
            Set.of("final", "abstract", "synchronized", "sealed", "strictfp", "transient", "volatile", "default");

    /** Puts the mark where the word at the cursor begins, and leaves out what stands after it in the same piece. */
    static Draft marked(List<Declaration> declared, String cell, int cursor) {
        String typed = cell.substring(0, cursor) + MARK;
        List<Piece> pieces = Pieces.of(typed);
        Piece last = pieces.get(pieces.size() - 1);
        String text = typed.substring(last.start());
        return new Writer(declared, cell).write(pieces, last, text + Closing.of(text), nextLine(cell, cursor));
    }

    /** Leaves the piece at the cursor as it is when it can be understood, and else takes it up to the cursor. */
    static Draft whole(List<Declaration> declared, String cell, int cursor) {
        List<Piece> pieces = Pieces.of(cell);
        Piece at = pieces.stream()
                .filter(piece -> piece.start() < cursor && cursor <= piece.end())
                .findFirst()
                .orElseGet(() -> new Piece(Piece.Kind.STATEMENT, cursor, cursor, false));
        String text = cell.substring(at.start(), at.end());
        if (!at.whole()) {
            String closing = Closing.of(text);
            text = closing.equals(";") ? text : cell.substring(at.start(), cursor);
            text += "\n" + Closing.of(text);
        }
        return new Writer(declared, cell).write(pieces, at, text, at.end());
    }

    private static int nextLine(String cell, int cursor) {
        int end = cell.indexOf('\n', cursor);
        return end < 0 ? cell.length() : end;
    }

    /** Writes one file. */
    private static final class Writer {
        private final List<Declaration> declared;
        private final String cell;
        private final StringBuilder unit = new StringBuilder("package REPL;\n");
        private int opened;

        Writer(List<Declaration> declared, String cell) {
            this.declared = declared;
            this.cell = cell;
        }

        Draft write(List<Piece> pieces, Piece at, String text, int after) {
            int shift = 0;
            List<Piece> before = pieces.subList(0, Math.max(0, pieces.indexOf(at)));
            imports(before);
            if (at.kind() == Piece.Kind.IMPORT) {
                shift = unit.length() - at.start();
                unit.append(text).append('\n');
            }
            open("");
            declared.forEach(this::earlier);
            open("");
            following(cell.substring(after));
            openMethod();
            before.forEach(this::earlierPiece);
            if (at.kind() == Piece.Kind.MEMBER) {
                open("");
                shift = unit.length() - at.start();
                line(text);
                unit.append("}\n");
                opened--;
            } else if (at.kind() == Piece.Kind.STATEMENT) {
                shift = unit.length() - at.start();
                line(masked(text));
            }
            unit.append("}\n".repeat(opened));
            return new Draft(unit.toString(), shift);
        }

        /** The methods and types below the piece at the cursor, which it can use. */
        private void following(String rest) {
            Pieces.of(rest).stream()
                    .filter(piece -> piece.whole() && piece.kind() == Piece.Kind.MEMBER)
                    .map(piece -> rest.substring(piece.start(), piece.end()))
                    .filter(text -> Token.code(text).stream()
                            .findFirst()
                            .filter(token -> !token.closes())
                            .isPresent())
                    .forEach(this::line);
        }

        private void imports(List<Piece> before) {
            declared.stream()
                    .filter(declaration -> declaration.kind() == Declaration.Kind.IMPORT)
                    .forEach(declaration -> line(declaration.source()));
            before.stream()
                    .filter(piece -> piece.kind() == Piece.Kind.IMPORT)
                    .forEach(piece -> line(cell.substring(piece.start(), piece.end())));
        }

        private void earlier(Declaration declaration) {
            switch (declaration.kind()) {
                case VARIABLE -> line("static " + declaration.source() + ";");
                case METHOD -> line(madeStatic(withoutBody(declaration.source())));
                case TYPE -> line(madeStatic(declaration.source()));
                case IMPORT -> {
                    // stands above
                }
            }
        }

        private void earlierPiece(Piece piece) {
            String text = cell.substring(piece.start(), piece.end());
            switch (piece.kind()) {
                case MEMBER -> {
                    open(text);
                    openMethod();
                }
                case STATEMENT -> line(masked(text));
                case IMPORT -> {
                    // stands above
                }
            }
        }

        private void open(String member) {
            line("class " + ADDED + opened + " {");
            line(member);
            opened++;
        }

        private void openMethod() {
            line("void " + ADDED + opened + "() throws Throwable {");
            opened++;
        }

        private void line(String text) {
            unit.append(text).append('\n');
        }
    }

    /** Blanks the modifiers that no local variable may have. */
    private static String masked(String source) {
        StringBuilder text = new StringBuilder(source);
        for (Token token : Token.of(source)) {
            if (token.kind() == Token.Kind.WORD && MASKED.contains(token.text())) {
                text.replace(token.start(), token.end(), " ".repeat(token.text().length()));
            } else if (token.kind() != Token.Kind.COMMENT && !OTHER_MODIFIERS.contains(token.text())) {
                break;
            }
        }
        return text.toString();
    }

    private static String madeStatic(String source) {
        int code =
                Token.code(source).stream().mapToInt(Token::start).findFirst().orElse(0);
        return source.substring(0, code) + "static " + masked(source.substring(code));
    }

    private static String withoutBody(String method) {
        int depth = 0;
        for (Token token : Token.of(method)) {
            if (token.is("{") && depth == 0) {
                return method.substring(0, token.start()) + "{ throw null; }";
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return method;
    }
}
