package dev.temper.install;

import dev.temper.install.Pages.Code;

/** The smallest sweep that is one: the smoke form of the embedded study with one source, one budget and one seed. */
final class TinyStudy {
    private static final String[] TINY = {
        "checkpoint: {tokens: 102400}", "sources: [web]", "budgets: [10240]", "seeds: [1]", "evaluation-windows: 20"
    };

    private TinyStudy() {}

    static Code sweep(String name, String options) {
        return Code.of("%%sweep " + name + " --smoke " + options + "\n" + String.join("\n", TINY));
    }
}
