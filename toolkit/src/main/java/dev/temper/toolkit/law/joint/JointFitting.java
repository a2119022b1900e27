package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits one law to several sources at once by penalised least squares. The differences of the sources' shapes are held by as much as the
 * data say that sources are alike, and so the curve of one source learns from the others what no source tells alone.
 *
 * <p>A source whose values turn back is fitted apart, since no monotone law follows it and its shape would mislead the others.
 */
public final class JointFitting {
    private JointFitting() {}

    private record Attempt(@Nullable Cells cells, String fault) {}

    /**
     * Fits the sources.
     *
     * @param form the law
     * @param sources what was measured of each, by its name
     * @param options what is shared and what is known beforehand
     * @return the fit
     * @throws FitException when the sources together do not carry the parameters that are asked of them
     * @throws IllegalArgumentException when there is no source, or a number of a source lies outside its domain; the message names all
     */
    public static JointFit fit(LawForm form, Map<String, Observations> sources, JointOptions options) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must be at least one, but there is none");
        }
        Sharing[] roles = options.roles(form);
        List<Attempt> attempts = sources.entrySet().parallelStream()
                .map(entry -> attempt(form, entry.getKey(), entry.getValue(), options))
                .toList();
        List<Cells> together = new ArrayList<>();
        List<Cells> apart = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Cells cells = attempt.cells;
            if (cells == null) {
                faults.add(attempt.fault);
            } else {
                (turns(cells) ? apart : together).add(cells);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        List<Pool> pools = new ArrayList<>();
        if (!together.isEmpty()) {
            pools.add(Pool.of(form, options, together, roles));
        }
        Sharing[] separate = new Sharing[roles.length];
        Arrays.fill(separate, Sharing.SEPARATE);
        for (Cells source : apart) {
            pools.add(Pool.of(form, options, List.of(source), separate));
        }
        return new JointFit(form, options, List.copyOf(sources.keySet()), pools);
    }

    static boolean turns(Cells source) {
        return source.alone()
                .filter(fit -> fit.warnings().contains(FitWarning.TURNS))
                .isPresent();
    }

    private static Attempt attempt(LawForm form, String name, Observations data, JointOptions options) {
        try {
            Fit alone = alone(form, name, data, options);
            return new Attempt(Cells.of(name, data, options.fit().scale(), alone), "");
        } catch (IllegalArgumentException e) {
            return new Attempt(null, "source " + name + ": " + e.getMessage());
        }
    }

    /** Null when there are too few points for a curve by itself: the other sources may still serve it. */
    private static @Nullable Fit alone(LawForm form, String name, Observations data, JointOptions options) {
        try {
            return Fitting.fit(form, data, options.fit());
        } catch (FitException e) {
            if (Cells.of(name, data, options.fit().scale(), null).points()
                    >= form.parameters().size()) {
                throw new FitException("source " + name + ": " + e.getMessage());
            }
            return null;
        }
    }
}
