/**
 * Speaks the protocol of Jupyter: sockets, signatures, messages. The only package that knows ZeroMQ, JSON and the base
 * kernel, of which it takes the connection file, the signatures and the contents of messages; its sockets and loops are
 * our own.
 *
 * <p>Start with {@link dev.temper.kernel.jupyter.JupyterKernel}. A request comes in by a {@code Channel}, is checked by
 * {@code Wire}, waits in the lanes of a {@code Shell}, and is answered by {@code ShellRequests} or {@code Execution};
 * {@code Answers} stands around each answer. What cells show goes out by {@code Page} and {@code IoPub}.
 */
@NullMarked
package dev.temper.kernel.jupyter;

import org.jspecify.annotations.NullMarked;
