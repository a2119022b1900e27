package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import java.util.List;

/** The page that a notebook is seen on. Any thread may call its methods. */
public interface Frontend {
    /** The two streams of text. */
    enum Stream {
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    /** Where what one cell prints is shown. */
    @FunctionalInterface
    interface Place {
        /**
         * Adds text below the cell. Any thread may do so; it waits while the page does not keep up.
         *
         * @param stream the stream it was written to
         * @param text the text
         */
        void write(Stream stream, String text);
    }

    /**
     * Lets the calling thread belong to the running cell, and with it those that it starts from now on: what they show
     * stands below that cell.
     */
    void enter();

    /**
     * Returns the place of the cell that the calling thread belongs to.
     *
     * @return the place, the same object for the same cell
     */
    Place place();

    /**
     * Adds an output below the cell.
     *
     * @param bundle what to show
     * @param id what {@link #update} will know the output by, or empty
     */
    void display(MimeBundle bundle, String id);

    /**
     * Changes an output in place.
     *
     * @param bundle what to show
     * @param id what the output is known by
     */
    void update(MimeBundle bundle, String id);

    /**
     * Asks the user for a line of text and waits for it.
     *
     * @param prompt what to ask
     * @param secret whether the page hides what is typed
     * @return the line, without its end
     * @throws InterruptedException when the cell was interrupted meanwhile
     * @throws UnsupportedOperationException when the page cannot be asked
     */
    String ask(String prompt, boolean secret) throws InterruptedException;

    /**
     * Takes away the outputs of the cell.
     *
     * @param wait whether to keep them until the next is there
     */
    void clear(boolean wait);

    /**
     * Puts text before the user to work on, once the running cell has ended well.
     *
     * @param text the text
     * @param replace whether it takes the place of the running cell; otherwise it stands in a new cell below
     */
    void nextInput(String text, boolean replace);

    /**
     * Shows an explanation beside the notebook, once the running cell has ended well.
     *
     * @param explanation what to show
     */
    void page(MimeBundle explanation);

    /**
     * Lists cells that were run.
     *
     * @param most how many of the latest to list
     * @return the cells, latest last
     */
    List<PastCell> history(int most);
}
