package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A message that a page sent.
 *
 * @param identities where the answer goes
 * @param header the header, which is repeated in all that answers it
 * @param parent the header of what it answers itself, empty unless it is an answer
 * @param type what is asked, such as {@code execute_request}
 * @param content the question
 */
record Request(List<byte[]> identities, JsonObject header, JsonObject parent, String type, JsonObject content) {
    /** The subshell that is asked, empty for the main one. */
    String subshell() {
        return text(header, "subshell_id");
    }

    /** Whether a cell is to be run. */
    boolean isCell() {
        return type.equals("execute_request");
    }

    /** Whether this may answer a message: not every page tells which it answers. */
    boolean answers(String id) {
        String answered = text(parent, "msg_id");
        return answered.isEmpty() || answered.equals(id);
    }

    /** A yes or no of the question. */
    boolean flag(String name, boolean otherwise) {
        return content.get(name) instanceof JsonPrimitive value ? value.getAsBoolean() : otherwise;
    }

    /** A number of the question. */
    int number(String name, int otherwise) {
        return content.get(name) instanceof JsonPrimitive value ? value.getAsInt() : otherwise;
    }

    /** A text of the question, empty when it is not there. */
    String text(String name) {
        return text(content, name);
    }

    /** A text of a message, empty when it is not there. */
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
