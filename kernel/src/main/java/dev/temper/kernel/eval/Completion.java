package dev.temper.kernel.eval;

import java.util.List;

/**
 * What can stand at a place of the source.
 *
 * @param candidates the texts that fit, best first, each once
 * @param start where the text to replace begins, counted in characters from 0
 * @param end where it ends
 */
public record Completion(List<String> candidates, int start, int end) {
    /**
     * Copies the candidates.
     *
     * @param candidates the texts that fit
     * @param start where the text to replace begins
     * @param end where it ends
     */
    public Completion {
        candidates = List.copyOf(candidates);
    }
}
