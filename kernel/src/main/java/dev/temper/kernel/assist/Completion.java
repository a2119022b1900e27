package dev.temper.kernel.assist;

import java.util.List;

/**
 * What can stand at a place of a cell.
 *
 * @param suggestions what fits, best first, each text once
 * @param start where the text to replace begins, counted in characters from 0
 * @param end where it ends
 */
public record Completion(List<Suggestion> suggestions, int start, int end) {
    /**
     * Copies the suggestions.
     *
     * @param suggestions what fits
     * @param start where the text to replace begins
     * @param end where it ends
     */
    public Completion {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Tells that nothing fits.
     *
     * @param cursor the place
     * @return no suggestions
     */
    public static Completion none(int cursor) {
        return new Completion(List.of(), cursor, cursor);
    }

    /**
     * Returns what can be put in.
     *
     * @return the texts, best first
     */
    public List<String> texts() {
        return suggestions.stream().map(Suggestion::text).toList();
    }

    /**
     * Moves the place.
     *
     * @param by how many characters stand before the source that was asked about
     * @return the same suggestions for that place
     */
    public Completion moved(int by) {
        return new Completion(suggestions, start + by, end + by);
    }
}
