package dev.temper.kernel.jupyter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main shell and those that pages open beside it. Cells of all shells take turns; so a subshell runs its cells when
 * those sent before them to other shells have ended, but answers what else it is asked at any time.
 */
final class Subshells {
    private final Channel channel;
    private final Wire wire;
    private final Answers answers;
    private final ShellRequests requests;
    private final Runnable atEnd;
    private final Shell main;
    private final Map<String, Shell> opened = new ConcurrentHashMap<>();

    Subshells(Channel channel, Wire wire, Answers answers, ShellRequests requests, Runnable atEnd) {
        this.channel = channel;
        this.wire = wire;
        this.answers = answers;
        this.requests = requests;
        this.atEnd = atEnd;
        main = new Shell("shell", answers, requests, atEnd);
        main.start();
    }

    /** Takes a request of the shell channel; called by the thread of the channel. */
    void receive(Request request) {
        Exchange exchange = new Exchange(request, channel, wire);
        String id = request.subshell();
        Shell shell = id.isEmpty() ? main : opened.get(id);
        if (shell == null) {
            answers.answer(exchange, Subshells::refuse);
        } else if (request.type().equals("kernel_info_request")) {
            answers.answer(exchange, requests::handle); // depends on nothing, and pages count on it to be quick
        } else {
            shell.add(exchange);
        }
    }

    private static boolean refuse(Exchange exchange) {
        exchange.reply(unknown(exchange.request().subshell()));
        return true;
    }

    private static Map<String, Object> unknown(String id) {
        String message = "subshell_id must name a subshell that is open, but is " + id;
        return Exchange.error("UnknownSubshell", message, List.of(message));
    }

    /** Opens a subshell; returns the answer to who asked for it. */
    Map<String, Object> create() {
        String id = UUID.randomUUID().toString();
        Shell shell = new Shell("subshell-" + id, answers, requests, atEnd);
        shell.start();
        opened.put(id, shell);
        return Map.of("status", "ok", "subshell_id", id);
    }

    /** Closes a subshell once all is answered that it has taken; returns the answer to who asked for it. */
    Map<String, Object> delete(String id) {
        Shell shell = opened.remove(id);
        if (shell == null) {
            return unknown(id);
        }
        shell.close();
        return Map.of("status", "ok");
    }

    /** Lists the subshells; returns the answer to who asked for it. */
    Map<String, Object> list() {
        return Map.of("status", "ok", "subshell_id", List.copyOf(opened.keySet()));
    }
}
