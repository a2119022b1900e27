package dev.temper.toolkit.magic;

import dev.temper.toolkit.anneal.CostModel;
import dev.temper.toolkit.anneal.FlopCount;
import dev.temper.toolkit.data.ComputePrice;
import dev.temper.toolkit.data.Curation;
import dev.temper.toolkit.data.FixedCosts;
import dev.temper.toolkit.data.Price;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Reads what a study says of cost. */
final class CostReader {
    private static final Needed PARAMETERS =
            new Needed("parameters", x -> x >= 0 && x < 1e15, "be a number of parameters, such as 125M");
    private static final Needed YIELD = new Needed("yield", x -> x > 0 && x <= 1, "be above 0 and at most 1");
    private static final Needed PROMPT = new Needed("prompt", x -> x >= 0 && x < 1e9, "be zero or more tokens");
    private static final Needed OUTPUT = new Needed("output", x -> x > 0 && x < 1e9, "be above 0 tokens");

    /** A number that a section must say, and what it must be. */
    private record Needed(String key, DoublePredicate holds, String bound) {}

    private CostReader() {}

    static CostModel costs(Section top) {
        return new CostModel(
                compute(top),
                FlopCount.of(word(top, "flop", FlopCount.labels(), FlopCount.SIX_ND.label()))
                        .orElse(FlopCount.SIX_ND),
                FixedCosts.of(word(top, "fixed-costs", FixedCosts.labels(), FixedCosts.EXCLUDED.label()))
                        .orElse(FixedCosts.EXCLUDED));
    }

    private static ComputePrice compute(Section top) {
        BigDecimal perPetaflop = top.amount("training-price", "US dollars per petaFLOP");
        if (!top.has("device")) {
            return new ComputePrice(perPetaflop);
        }
        Section device = top.section("device", " of device").only("flop-per-second", "price-per-hour");
        double rate = device.decimal("flop-per-second", x -> x > 0 && x < 1e30, "be above 0", 0);
        if (!device.has("flop-per-second")) {
            top.fault("device", "device must say its flop-per-second, but does not");
            return new ComputePrice(perPetaflop);
        }
        if (!device.has("price-per-hour")) {
            return new ComputePrice(perPetaflop, rate);
        }
        BigDecimal perHour = device.amount("price-per-hour", "US dollars per hour");
        return rate == 0 ? new ComputePrice(perPetaflop) : ComputePrice.byTheHour(perHour, rate);
    }

    static Curation curation(Section source) {
        Curation bought = Curation.bought(new Price(source.amount("price", "US dollars per million unique tokens")))
                .withFixed(source.amount("fixed", "US dollars paid once"));
        Curation filtered = numbers(source, "classifier", PARAMETERS, YIELD)
                .map(given -> Curation.filtered(given[0], given[1]))
                .orElse(Curation.FREE);
        Curation written = numbers(source, "generator", PARAMETERS, PROMPT, OUTPUT)
                .map(given -> Curation.written(given[0], given[1], given[2]))
                .orElse(Curation.FREE);
        return bought.and(filtered).and(written);
    }

    /** All numbers of a section; empty when there is no such section, or one is missing or wrong, which is then a fault. */
    private static Optional<double[]> numbers(Section source, String key, Needed... all) {
        if (!source.has(key)) {
            return Optional.empty();
        }
        String[] keys = Arrays.stream(all).map(Needed::key).toArray(String[]::new);
        Section section = source.section(key, " of " + key).only(keys);
        List<String> missing =
                Arrays.stream(keys).filter(each -> !section.has(each)).toList();
        if (!missing.isEmpty()) {
            source.fault(
                    key,
                    key + " must say its " + String.join(", ", keys) + ", but lacks " + String.join(", ", missing));
        }
        double[] numbers = Arrays.stream(all)
                .mapToDouble(each -> section.decimal(each.key, each.holds, each.bound, Double.NaN))
                .toArray();
        return Arrays.stream(numbers).anyMatch(Double::isNaN) ? Optional.empty() : Optional.of(numbers);
    }

    private static String word(Section top, String key, List<String> labels, String fallback) {
        return top.text(
                key,
                word -> labels.contains(word)
                        ? Optional.empty()
                        : Optional.of("must be one of " + String.join(", ", labels) + ", but is '" + word + "'"),
                fallback);
    }
}
