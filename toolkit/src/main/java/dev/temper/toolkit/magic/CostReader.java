package dev.temper.toolkit.magic;

import dev.temper.toolkit.anneal.CostModel;
import dev.temper.toolkit.anneal.FlopCount;
import dev.temper.toolkit.data.ComputePrice;
import dev.temper.toolkit.data.Curation;
import dev.temper.toolkit.data.FixedCosts;
import dev.temper.toolkit.data.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads what a study says of cost. */
final class CostReader {
    private static final String NUMBER_OF_PARAMETERS = "be a number of parameters, such as 125M";

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
        Curation curation = Curation.bought(new Price(source.amount("price", "US dollars per million unique tokens")))
                .withFixed(source.amount("fixed", "US dollars paid once"));
        if (source.has("classifier")) {
            Section section = source.section("classifier", " of classifier").only("parameters", "yield");
            double parameters =
                    section.decimal("parameters", CostReader::isParameters, NUMBER_OF_PARAMETERS, Double.NaN);
            double yield = section.decimal("yield", x -> x > 0 && x <= 1, "be above 0 and at most 1", Double.NaN);
            curation = complete(section, source, "classifier", List.of("parameters", "yield"), parameters + yield)
                    ? curation.and(Curation.filtered(parameters, yield))
                    : curation;
        }
        if (source.has("generator")) {
            Section section = source.section("generator", " of generator").only("parameters", "prompt", "output");
            double parameters =
                    section.decimal("parameters", CostReader::isParameters, NUMBER_OF_PARAMETERS, Double.NaN);
            double prompt = section.decimal("prompt", x -> x >= 0 && x < 1e9, "be zero or more tokens", Double.NaN);
            double output = section.decimal("output", x -> x > 0 && x < 1e9, "be above 0 tokens", Double.NaN);
            curation = complete(
                            section,
                            source,
                            "generator",
                            List.of("parameters", "prompt", "output"),
                            parameters + prompt + output)
                    ? curation.and(Curation.written(parameters, prompt, output))
                    : curation;
        }
        return curation;
    }

    private static boolean isParameters(double x) {
        return x >= 0 && x < 1e15;
    }

    /** What is wrong has its fault already; what is missing gets one here. */
    private static boolean complete(Section section, Section source, String key, List<String> needed, double sum) {
        List<String> missing =
                needed.stream().filter(each -> !section.has(each)).toList();
        if (!missing.isEmpty()) {
            source.fault(
                    key,
                    key + " must say its " + String.join(", ", needed) + ", but lacks " + String.join(", ", missing));
        }
        return !Double.isNaN(sum);
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
