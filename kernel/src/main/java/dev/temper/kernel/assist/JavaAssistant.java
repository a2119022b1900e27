package dev.temper.kernel.assist;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.source.Token;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Helps with the Java of a cell. Safe for use by several threads, and while cells run. */
public final class JavaAssistant {
    private final JavaSession session;
    private final Compiler compiler = new Compiler();
    private final TypeIndex index = new TypeIndex();
    private final SourceFiles sources = SourceFiles.ofThisProcess();
    private final Comments comments = new Comments(sources, compiler);
    private int placesSeen;

    /**
     * Makes an assistant.
     *
     * @param session knows what earlier cells have declared
     */
    public JavaAssistant(JavaSession session) {
        this.session = session;
    }

    /**
     * Finds what can stand at a place of a cell.
     *
     * @param cell the Java of the cell
     * @param cursor the place, counted in characters from 0
     * @return what fits
     */
    public Completion complete(String cell, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(cell.charAt(start - 1))) {
            start--;
        }
        String typed = cell.substring(start, cursor);
        List<Token> tokens = Token.of(cell.substring(0, start) + Draft.MARK);
        Token last = tokens.get(tokens.size() - 1);
        if (!last.is(Draft.MARK) || (!typed.isEmpty() && !Character.isJavaIdentifierStart(typed.charAt(0)))) {
            return Completion.none(cursor); // in a comment, a text or a number
        }
        takeUpClassPath();
        Draft draft = Draft.marked(session.declarations(cell), cell, start);
        List<Suggestion> found = compiler.understood(draft.unit(), unit -> new Completer(unit, index).complete(typed));
        return found.isEmpty() ? Completion.none(cursor) : new Completion(found, start, cursor);
    }

    /**
     * Finds the text in quotes that is being typed at a place of a cell. One that is empty yet counts as an argument only,
     * since most texts are no paths.
     *
     * @param cell the Java of the cell
     * @param cursor the place, counted in characters from 0
     * @return the text up to the cursor, empty when there is none
     */
    public Optional<String> openText(String cell, int cursor) {
        List<Token> tokens = Token.of(cell.substring(0, cursor));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean opened =
                last.open() && last.text().startsWith("\"") && !last.text().startsWith("\"\"\"");
        String text = opened ? last.text().substring(1) : "";
        boolean argument = tokens.size() > 1
                && (tokens.get(tokens.size() - 2).is("(")
                        || tokens.get(tokens.size() - 2).is(","));
        return opened && (argument || !text.isEmpty()) ? Optional.of(text) : Optional.empty();
    }

    /**
     * Explains what stands at a place of a cell, or the call that is open there.
     *
     * @param cell the Java of the cell
     * @param cursor the place, counted in characters from 0
     * @param detail 0 for signatures, the value of a variable and the first sentence of the documentation; 1 for all of it
     * @return the explanation as text, Markdown and HTML, empty when there is nothing to explain
     */
    public Optional<MimeBundle> inspect(String cell, int cursor, int detail) {
        List<Point> points = Point.at(cell, cursor);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        takeUpClassPath();
        int end = points.stream()
                .filter(point -> point.start() <= cursor)
                .mapToInt(Point::end)
                .reduce(cursor, Math::max);
        Draft draft = Draft.whole(session.declarations(cell), cell, end);
        return compiler.understood(draft.unit(), unit -> {
            Inspector inspector = new Inspector(unit, comments, index, session::peek);
            Optional<Explanation> found = inspector.explain(points, draft.shift());
            if (detail > 0) {
                found.filter(explanation -> !explanation.isDocumented())
                        .ifPresent(explanation -> missing(inspector.module(points, draft.shift()), explanation));
            }
            return found.map(explanation -> explanation.bundle(detail));
        });
    }

    private void missing(Optional<String> module, Explanation explanation) {
        if (module.isPresent() && !sources.hasPlatform()) {
            explanation.note("The documentation of the JDK is in its sources, which are not installed: on Debian and"
                    + " Ubuntu, install openjdk-" + Runtime.version().feature() + "-source.");
        }
    }

    /**
     * Looks for documentation in more jars of sources. The jar beside a library's own, whose name ends in
     * {@code -sources.jar}, need not be added.
     *
     * @param jars the jars
     */
    public void addSources(List<Path> jars) {
        sources.add(jars);
        comments.clear();
    }

    /**
     * Makes ready for the first question, in the background: reads which types there are, and asks questions of its own.
     * It stands back while a cell runs, and for a while before the first one.
     */
    public void warmUp() {
        Thread thread = new Thread(new WarmUp(session, this, index), "assistant");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void takeUpClassPath() {
        List<Path> places = session.classPath();
        if (places.size() > placesSeen) {
            List<Path> fresh = places.subList(placesSeen, places.size());
            compiler.addToClassPath(fresh);
            index.add(fresh);
            sources.addBeside(fresh);
            comments.clear();
            placesSeen = places.size();
        }
    }
}
