package dev.temper.toolkit.store;

/**
 * What a run's last act leaves behind in {@code done.json}.
 *
 * @param exit 0 if the run has its numbers; 2 if running it again would fail again
 * @param reason why it failed, empty if it did not
 * @param seconds wall time of all attempts that led here, each counted from its last checkpoint
 * @param device what it was computed on
 * @param flop floating-point operations, as 6ND
 * @param startedFrom SHA-256 of the checkpoint file that it was read from, empty if it started fresh
 * @param checkpoint SHA-256 of the checkpoint file that it left, empty if it left none
 */
public record Done(
        int exit, String reason, double seconds, String device, double flop, String startedFrom, String checkpoint) {
    /**
     * Tells whether the run has its numbers.
     *
     * @return true for exit 0
     */
    public boolean succeeded() {
        return exit == 0;
    }
}
