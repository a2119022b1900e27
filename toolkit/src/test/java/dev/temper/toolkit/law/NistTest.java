package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certified values of non-linear least squares. */
class NistTest {
    static Stream<NistSet> sets() {
        return NistSet.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void certifiedValuesAreFoundFromBothStarts(NistSet set) {
        check(set, Fitting.fit(set, set.observations(), FitOptions.gains()));
    }

    private static void check(NistSet set, Fit fit) {
        Convergence convergence = fit.convergence();
        assertThat(fit.warnings()).doesNotContain(FitWarning.EARLY_STOP);
        if (set.squares() > 1e-20) {
            assertThat(convergence.objective()).isCloseTo(set.squares(), within(1e-9 * set.squares()));
        } else {
            assertThat(convergence.objective()).isLessThan(1e-20);
        }
        for (int j = 0; j < set.certified().length; j++) {
            assertThat(fit.parameters()[j])
                    .as("%s of %s", fit.form().parameters().get(j).name(), set.name())
                    .isCloseTo(set.certified()[j], within(1e-6 * Math.abs(set.certified()[j])));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void certifiedDeviationsAreThoseOfTheCovariance(NistSet set) {
        if (set.squares() < 1e-20) {
            return;
        }
        Fit fit = Fitting.fit(set, set.observations(), FitOptions.gains());
        double meanSquare = set.squares() / (set.y().length - set.certified().length);
        for (int j = 0; j < set.certified().length; j++) {
            double deviation = Math.sqrt(fit.covariance()[j][j] / fit.noise().meanSquare() * meanSquare);
            assertThat(deviation).isCloseTo(set.deviations()[j], within(1e-5 * set.deviations()[j]));
        }
    }

    static List<NistSet> fromEachStart() {
        return NistSet.all().stream()
                .flatMap(set -> Stream.of(set.from(0), set.from(1)))
                .filter(set -> !isFar(set))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fromEachStart")
    void eachStartAloneReachesTheCertifiedValues(NistSet set) {
        check(set, Fitting.fit(set, set.observations(), FitOptions.gains()));
    }

    static List<NistSet> fromFar() {
        return NistSet.all().stream()
                .map(set -> set.from(0))
                .filter(NistTest::isFar)
                .toList();
    }

    /** Far starts of difficult sets lead to an edge where the model is constant. */
    @ParameterizedTest
    @MethodSource("fromFar")
    void aFarStartThatMissesSaysSo(NistSet set) {
        assertThat(Fitting.fit(set, set.observations(), FitOptions.gains()).warnings())
                .containsAnyOf(FitWarning.EARLY_STOP, FitWarning.NOT_IDENTIFIED);
    }

    private static boolean isFar(NistSet set) {
        return set.starts().equals(List.of(0))
                && List.of("MGH10", "MGH17", "Eckerle4", "BoxBOD").contains(set.name());
    }
}
