package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.world.Dice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * All that training goes on from: weights, both AdamW moments and the number of updates, with where the run stands.
 *
 * @param weights one array a parameter, in the order of {@link Parameter#of}
 * @param firstMoments like the weights
 * @param secondMoments like the weights
 * @param updates optimiser steps over the whole life of the weights
 * @param startedFrom SHA-256 of the checkpoint that this run began with, empty if it began fresh
 * @param seconds wall time that this run has taken so far
 */
record ModelState(
        List<float[]> weights,
        List<float[]> firstMoments,
        List<float[]> secondMoments,
        long updates,
        String startedFrom,
        double seconds) {
    private static final String FIRST = "adam.first.";
    private static final String SECOND = "adam.second.";

    static ModelState fresh(ModelShape shape, long seed) {
        Dice dice = new Dice(seed, Dice.key("weights"));
        List<float[]> weights = new ArrayList<>();
        for (Parameter parameter : Parameter.of(shape)) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = parameter.spread() == 0 ? 1 : (float) (dice.normal() * parameter.spread());
            }
            weights.add(values);
        }
        return new ModelState(weights, zerosLike(weights), zerosLike(weights), 0, "", 0);
    }

    /** The same state at the beginning of another run. */
    ModelState startOfRun(String checkpoint) {
        return new ModelState(weights, firstMoments, secondMoments, updates, checkpoint, 0);
    }

    byte[] encode(ModelShape shape) throws IOException {
        SafeTensors file = new SafeTensors();
        file.describe("updates", Long.toString(updates));
        file.describe("started-from", startedFrom);
        file.describe("seconds", Double.toString(seconds));
        List<Parameter> parameters = Parameter.of(shape);
        put(file, "", parameters, weights);
        put(file, FIRST, parameters, firstMoments);
        put(file, SECOND, parameters, secondMoments);
        return file.encode();
    }

    static ModelState decode(ModelShape shape, byte[] bytes) throws IOException {
        SafeTensors file = SafeTensors.decode(bytes);
        List<Parameter> parameters = Parameter.of(shape);
        return new ModelState(
                get(file, "", parameters),
                get(file, FIRST, parameters),
                get(file, SECOND, parameters),
                number(file, "updates", Long::valueOf),
                file.description("started-from"),
                number(file, "seconds", Double::valueOf));
    }

    private static <N extends Number> N number(SafeTensors file, String key, Function<String, N> parser)
            throws IOException {
        String text = file.description(key);
        try {
            N number = parser.apply(text);
            if (number.doubleValue() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException(notANumber(key, text), e);
        }
        throw new IOException(notANumber(key, text));
    }

    private static String notANumber(String key, String text) {
        return "'" + key + "' of the checkpoint must be a number of zero or more, but is '" + text + "'";
    }

    private static void put(SafeTensors file, String prefix, List<Parameter> parameters, List<float[]> values) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            file.put(prefix + parameter.name(), parameter.dimensions(), values.get(i));
        }
    }

    private static List<float[]> get(SafeTensors file, String prefix, List<Parameter> parameters) throws IOException {
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            SafeTensors.Tensor tensor = file.get(prefix + parameter.name());
            if (!Arrays.equals(tensor.dimensions(), parameter.dimensions())) {
                throw new IOException("tensor '" + prefix + parameter.name() + "' must have shape "
                        + Arrays.toString(parameter.dimensions()) + ", but has "
                        + Arrays.toString(tensor.dimensions()));
            }
            values.add(tensor.values());
        }
        return values;
    }

    private static List<float[]> zerosLike(List<float[]> arrays) {
        return arrays.stream().map(array -> new float[array.length]).toList();
    }
}
