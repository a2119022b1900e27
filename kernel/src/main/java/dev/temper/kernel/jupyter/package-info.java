/**
 * Speaks the protocol of Jupyter: sockets, signatures, messages. The only package that knows ZeroMQ, JSON and the base
 * kernel, of which it takes the connection file, the signatures and the contents of messages; its sockets and loops are
 * our own.
 *
 * <p>Start with {@link dev.temper.kernel.jupyter.JupyterKernel}, then {@code ShellRequests}, which answers what a page
 * asks.
 */
@NullMarked
package dev.temper.kernel.jupyter;

import org.jspecify.annotations.NullMarked;
