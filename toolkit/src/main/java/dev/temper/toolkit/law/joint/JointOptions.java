package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Weighting;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known before several sources are fitted together.
 *
 * <p>Shape parameters, those that the law is not linear in, are shared, shrunk or separate. So may be the floor of a loss, by its share of
 * the loss in the middle of the data, when it is named: two sources of other levels can have the same share. Left to itself it is
 * separate, since in simulation of two sources whose ranks cross, shrinking the share too hides crossings that shrinking the exponent
 * alone sees. Amplitudes are always separate, and so are the floors of gains, which have no sign to take a share by.
 *
 * @param fit what is known of each curve, under least squares
 * @param shapes how shape parameters belong together that are not named
 * @param named by the name of the parameter, such as α; the name of the floor stands for its share
 */
public record JointOptions(FitOptions fit, Sharing shapes, Map<String, Sharing> named) {
    private static final int MOST_SHRUNK = 5;

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException when the loss is not that of least squares, or weights are to be found from the seeds
     */
    public JointOptions {
        if (!fit.loss().equals(Loss.SQUARES)) {
            throw new IllegalArgumentException("loss of a joint fit must be least squares, but is " + fit.loss());
        }
        if (fit.weighting() != Weighting.GIVEN) {
            throw new IllegalArgumentException("weighting of a joint fit must be GIVEN, but is " + fit.weighting());
        }
        named = Collections.unmodifiableMap(new TreeMap<>(named));
    }

    /**
     * Shrinks all shapes: the way that judges pairs best in simulation.
     *
     * @param fit what is known of each curve
     * @return the options
     */
    public static JointOptions shrunk(FitOptions fit) {
        return new JointOptions(fit, Sharing.SHRUNK, Map.of());
    }

    /**
     * Shares all shapes.
     *
     * @param fit what is known of each curve
     * @return the options
     */
    public static JointOptions shared(FitOptions fit) {
        return new JointOptions(fit, Sharing.SHARED, Map.of());
    }

    /**
     * Fits every source by itself, on the noise of all.
     *
     * @param fit what is known of each curve
     * @return the options
     */
    public static JointOptions separate(FitOptions fit) {
        return new JointOptions(fit, Sharing.SEPARATE, Map.of());
    }

    /**
     * Says how one parameter belongs together.
     *
     * @param parameter its name in the formula
     * @param sharing how
     * @return options that differ in it
     */
    public JointOptions with(String parameter, Sharing sharing) {
        Map<String, Sharing> more = new TreeMap<>(named);
        more.put(parameter, sharing);
        return new JointOptions(fit, shapes, more);
    }

    /** For each centred coordinate of the form how it belongs together. */
    Sharing[] roles(LawForm form) {
        List<String> names = form.parameters().stream().map(Parameter::name).toList();
        Sharing[] roles = new Sharing[names.size()];
        for (int j = 0; j < roles.length; j++) {
            Sharing unnamed = j < form.linear() ? Sharing.SEPARATE : shapes;
            roles[j] = mayBeShared(form, j) ? named.getOrDefault(names.get(j), unnamed) : Sharing.SEPARATE;
        }
        List<String> able = names.stream()
                .filter(name -> mayBeShared(form, names.indexOf(name)))
                .toList();
        List<String> wrong = named.keySet().stream()
                .filter(name -> !able.contains(name) && named.get(name) != Sharing.SEPARATE)
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("parameters that are shared or shrunk must be among " + able + " of the "
                    + form.name() + ", but are " + wrong);
        }
        long shrunk =
                Arrays.stream(roles).filter(role -> role == Sharing.SHRUNK).count();
        if (shrunk > MOST_SHRUNK) {
            throw new IllegalArgumentException("parameters that are shrunk must be at most " + MOST_SHRUNK
                    + ", each with a scale of its own to be found, but are " + shrunk + " of the " + form.name()
                    + "; say which others are separate or shared");
        }
        return roles;
    }

    private boolean mayBeShared(LawForm form, int j) {
        return j >= form.linear()
                || (form.floor().isPresent()
                        && form.floor().getAsInt() == j
                        && form.linear() >= 2
                        && fit.scale() == ErrorScale.LOG
                        && fit.falling()
                        && Double.isInfinite(fit.asymptoteUpper()));
    }
}
