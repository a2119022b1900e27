package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A message that a page sent.
 *
 * @param identities where the answer goes
 * @param header the header, which is repeated in all that answers it
 * @param type what is asked, such as {@code execute_request}
 * @param content the question
 */
record Request(List<byte[]> identities, JsonObject header, String type, JsonObject content) {}
