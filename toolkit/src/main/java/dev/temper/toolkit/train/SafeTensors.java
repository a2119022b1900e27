package dev.temper.toolkit.train;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays of 32-bit floats in the safetensors format: eight bytes of header length, a JSON header, raw little-endian
 * data. Written in a fixed order, so that equal content is equal bytes and can be hashed.
 */
final class SafeTensors {
    private static final String METADATA = "__metadata__";
    private static final ObjectMapper JSON = mapper();

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** One array with its dimensions. */
    @SuppressWarnings("ArrayRecordComponent") // weights on their way between disk and model, compared by nobody
    record Tensor(long[] dimensions, float[] values) {}

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(10).build());
        return mapper;
    }

    void put(String name, long[] dimensions, float[] values) {
        tensors.put(name, new Tensor(dimensions, values));
    }

    void describe(String key, String value) {
        metadata.put(key, value);
    }

    Tensor get(String name) throws IOException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("the checkpoint has no tensor '" + name + "'; it has " + tensors.keySet());
        }
        return tensor;
    }

    String description(String key) throws IOException {
        String value = metadata.get(key);
        if (value == null) {
            throw new IOException("the checkpoint does not say '" + key + "'; it says " + metadata.keySet());
        }
        return value;
    }

    byte[] encode() throws IOException {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode described = header.putObject(METADATA);
        metadata.forEach(described::put);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", "F32");
            var shape = node.putArray("shape");
            for (long dimension : entry.getValue().dimensions()) {
                shape.add(dimension);
            }
            long end = offset + 4L * entry.getValue().values().length;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(header);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer out =
                ByteBuffer.allocate(Math.toIntExact(8 + padded + offset)).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(padded).put(json);
        while (out.position() < 8 + padded) {
            out.put((byte) ' ');
        }
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                out.putFloat(value);
            }
        }
        return out.array();
    }

    static SafeTensors decode(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 8 || in.getLong(0) < 2 || in.getLong(0) > file.length - 8) {
            throw new IOException("not a safetensors file: its header does not fit its " + file.length + " bytes");
        }
        int headerLength = Math.toIntExact(in.getLong(0));
        JsonNode header = JSON.readTree(file, 8, headerLength);
        if (!header.isObject()) {
            throw new IOException("not a safetensors file: its header must be a JSON object, but is " + header);
        }
        ByteBuffer data = ByteBuffer.wrap(file, 8 + headerLength, file.length - 8 - headerLength)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        SafeTensors read = new SafeTensors();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(each ->
                                read.describe(each.getKey(), each.getValue().asText()));
            } else {
                read.tensors.put(field.getKey(), tensor(field.getKey(), field.getValue(), data));
            }
        }
        return read;
    }

    private static Tensor tensor(String name, JsonNode node, ByteBuffer data) throws IOException {
        long start = whole(node.path("data_offsets").path(0));
        long end = whole(node.path("data_offsets").path(1));
        long[] dimensions = new long[node.path("shape").size()];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = whole(node.path("shape").path(i));
        }
        if (!"F32".equals(node.path("dtype").asText())
                || !node.path("shape").isArray()
                || start < 0
                || end > data.limit()
                || end - start != bytes(dimensions, data.limit())) {
            throw new IOException(
                    "tensor '" + name + "' must be F32 with offsets that match its shape, but is " + node);
        }
        float[] values = new float[(int) (end - start) / 4];
        data.slice((int) start, (int) (end - start))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(dimensions, values);
    }

    /** The number, or -1 if it is no whole number of zero or more. */
    private static long whole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0 ? node.asLong() : -1;
    }

    /** Bytes that a tensor takes, or -1 if a dimension is none or they are more than the limit. */
    private static long bytes(long[] dimensions, long limit) {
        long bytes = 4;
        for (long dimension : dimensions) {
            if (dimension < 0 || (dimension > 0 && bytes > limit / dimension)) {
                return -1;
            }
            bytes *= dimension;
        }
        return bytes;
    }
}
