package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;

/** The page that a notebook is seen on. Its methods may be called by any thread and do not wait. */
public interface Frontend {
    /** The two streams of text. */
    enum Stream {
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    /**
     * Adds text below the cell.
     *
     * @param stream the stream it was written to
     * @param text the text
     */
    void write(Stream stream, String text);

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
     * Asks the user for a line of text and waits for it. Unlike the others, this waits.
     *
     * @param prompt what to ask
     * @param secret whether the page hides what is typed
     * @return the line, without its end
     * @throws InterruptedException when the cell was interrupted meanwhile
     * @throws UnsupportedOperationException when the page cannot be asked
     */
    String ask(String prompt, boolean secret) throws InterruptedException;
}
