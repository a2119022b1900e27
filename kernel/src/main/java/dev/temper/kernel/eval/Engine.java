package dev.temper.kernel.eval;

import dev.temper.kernel.eval.stop.UserThread;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What runs Java, once it has been started. Who uses it sees to it that one thread does at a time.
 *
 * @param shell compiles, and knows what has been declared
 * @param control loads and runs what was compiled
 * @param places knows where the lines of compiled code come from
 * @param results keeps the values of earlier cells
 * @param variables reads and sets variables
 * @param runner runs source
 * @param insight tells whether source can be run
 * @param faults what it could not be started with as it was asked to, a line each
 */
record Engine(
        JShell shell,
        LiveControl control,
        SnippetPlaces places,
        Results results,
        Variables variables,
        Runner runner,
        Insight insight,
        List<String> faults) {
    /**
     * Starts one.
     *
     * @param imports import declarations to begin with
     * @param thread runs the code of cells
     * @param declarations is to follow what is declared
     */
    static Engine start(List<String> imports, UserThread thread, Declarations declarations) {
        CompilerOptions options = CompilerOptions.read();
        LiveControl control = new LiveControl(thread);
        JShell shell = JShell.builder()
                .executionEngine(control, Map.of())
                .compilerOptions(options.options().toArray(String[]::new))
                .fileManager(ClassPathFiles::ofShell)
                .build();
        // one evaluation in place of ten: JShell knows what begins with an import by that, and keeps all of its text
        shell.eval(String.join(" ", imports)).stream()
                .filter(event -> event.status() == Snippet.Status.REJECTED)
                .findAny()
                .ifPresent(event -> {
                    throw new IllegalArgumentException("imports must be valid, but one is not: " + imports);
                });
        declarations.follow(shell);
        SnippetPlaces places = new SnippetPlaces(shell.sourceCodeAnalysis());
        Results results = new Results();
        Variables variables = new Variables(shell, control, declarations);
        Runner runner = new Runner(shell, control, thread, places, results, variables);
        Insight insight = new Insight(shell.sourceCodeAnalysis());
        return new Engine(shell, control, places, results, variables, runner, insight, options.faults());
    }
}
