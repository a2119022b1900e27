package dev.temper.kernel.eval;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Tells of source that is being typed whether it can be run. */
final class Insight {
    private final SourceCodeAnalysis analysis;

    Insight(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Readiness readiness(String source) {
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case UNKNOWN -> {
                    return Readiness.INVALID;
                }
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return Readiness.INCOMPLETE;
                }
                case EMPTY -> {
                    return Readiness.COMPLETE;
                }
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    String piece = info.source();
                    boolean added = info.completeness() == Completeness.COMPLETE_WITH_SEMI;
                    int typed = piece.stripTrailing().length() - (added ? 1 : 0);
                    Readiness parsed = JavaSyntax.readiness(piece, typed);
                    if (parsed != Readiness.COMPLETE) {
                        return parsed;
                    }
                    rest = info.remaining();
                }
            }
        }
        return Readiness.COMPLETE;
    }
}
