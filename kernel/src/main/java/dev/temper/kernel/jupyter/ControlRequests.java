package dev.temper.kernel.jupyter;

import dev.temper.kernel.session.Notebook;
import java.util.List;
import java.util.Map;

/** Answers what is asked of the kernel itself, which it does while a cell runs. */
final class ControlRequests {
    private final Notebook notebook;
    private final IoPub iopub;

    ControlRequests(Notebook notebook, IoPub iopub) {
        this.notebook = notebook;
        this.iopub = iopub;
    }

    /** Answers a request of the control channel; returns whether the kernel goes on. */
    boolean handle(Exchange exchange, Subshells subshells) {
        switch (exchange.request().type()) {
            case "create_subshell_request" -> exchange.reply(subshells.create());
            case "delete_subshell_request" ->
                exchange.reply(subshells.delete(exchange.request().text("subshell_id")));
            case "list_subshell_request" -> exchange.reply(subshells.list());
            default -> {
                return handle(exchange);
            }
        }
        return true;
    }

    /** Answers a request that may come on any channel; returns whether the kernel goes on. */
    boolean handle(Exchange exchange) {
        Request request = exchange.request();
        switch (request.type()) {
            case "kernel_info_request" -> exchange.reply(new KernelInfo());
            case "interrupt_request" -> {
                notebook.interrupt();
                exchange.reply(Map.of("status", "ok"));
            }
            case "shutdown_request" -> {
                Map<String, Object> content = Map.of("status", "ok", "restart", request.flag("restart", false));
                exchange.reply(content);
                iopub.publish("shutdown_reply", request.header(), content);
                return false;
            }
            case "debug_request" -> exchange.reply(noDebugger(request));
            default -> {
                if (request.type().endsWith("_request")) {
                    String message = "This kernel does not know " + request.type() + ".";
                    exchange.reply(Exchange.error("UnknownRequest", message, List.of(message)));
                }
            }
        }
        return true;
    }

    /** Says so both as Jupyter does and as the protocol of debuggers does, which the content is a message of. */
    private static Map<String, Object> noDebugger(Request request) {
        String message = "This kernel has no debugger.";
        Map<String, Object> content = Exchange.error("NoDebugger", message, List.of(message));
        content.put("type", "response");
        content.put("request_seq", request.number("seq", 0));
        content.put("command", request.text("command"));
        content.put("success", false);
        content.put("message", message);
        return content;
    }
}
