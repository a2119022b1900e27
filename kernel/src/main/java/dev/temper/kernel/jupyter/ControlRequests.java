package dev.temper.kernel.jupyter;

import dev.temper.kernel.session.Notebook;
import java.util.List;
import java.util.Map;

/** Answers what is asked of the kernel itself, which it does while a cell runs. */
final class ControlRequests implements RequestLoop.Handler {
    private final Notebook notebook;
    private final IoPub iopub;

    ControlRequests(Notebook notebook, IoPub iopub) {
        this.notebook = notebook;
        this.iopub = iopub;
    }

    @Override
    public boolean handle(Request request, RequestLoop loop) {
        switch (request.type()) {
            case "kernel_info_request" -> loop.reply(request, new KernelInfo());
            case "interrupt_request" -> {
                notebook.interrupt();
                loop.reply(request, Map.of("status", "ok"));
            }
            case "shutdown_request" -> {
                boolean restart = request.content().has("restart")
                        && request.content().get("restart").getAsBoolean();
                Map<String, Object> content = Map.of("status", "ok", "restart", restart);
                loop.reply(request, content);
                iopub.publish("shutdown_reply", request.header(), content);
                return false;
            }
            default -> {
                if (request.type().endsWith("_request")) {
                    String message = "This kernel does not know " + request.type() + ".";
                    loop.reply(request, RequestLoop.error("UnknownRequest", message, List.of(message)));
                }
            }
        }
        return true;
    }
}
