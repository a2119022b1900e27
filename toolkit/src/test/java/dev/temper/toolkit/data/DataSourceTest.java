package dev.temper.toolkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceTest {
    private static final TextProfile CLEAN = new TextProfile(1, 0, 0, 0);

    @Test
    void paysForEachTokenOfThePoolOnceHoweverOftenItRepeats() {
        DataSource source = new DataSource("curated", 3_000, CLEAN, Curation.FREE);
        assertThat(source.uniqueTokens(2_999)).isEqualTo(2_999);
        assertThat(source.uniqueTokens(3_000)).isEqualTo(3_000);
        assertThat(source.uniqueTokens(655_360)).isEqualTo(3_000);
        assertThat(source.epochs(1_500)).isEqualTo(0.5);
        assertThat(source.epochs(655_360)).isEqualTo(655_360 / 3_000.0);
    }

    @Test
    void refusesAnEmptyPool() {
        assertThatThrownBy(() -> new DataSource("curated", 0, CLEAN, Curation.FREE))
                .hasMessage("pool of curated must be at least 1 token, but is 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9lives", "a b", "../up", "a/b", "ä", "a.b", "x12345678901234567890123456789012345678901"})
    void refusesWhatCannotBeAFolderNameAndAChartLabel(String name) {
        assertThatThrownBy(() -> new DataSource(name, 1, CLEAN, Curation.FREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("source must be a letter followed by at most 39")
                .hasMessageEndingWith("but is '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "web-2", "Web_crawl", "x123456789012345678901234567890123456789"})
    void takesLettersDigitsHyphensAndUnderscores(String name) {
        assertThat(new DataSource(name, 1, CLEAN, Curation.FREE).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0, 0, domain-share must lie between 0 and 1",
        "NaN, 0, 0, 0, domain-share must lie between 0 and 1",
        "1, 1.01, 0, 0, noise must lie between 0 and 1",
        "1, 0, 2, 0, wrong-facts must lie between 0 and 1",
        "1, 0, 0, -1, head-subjects must be zero or more"
    })
    void refusesATextProfileOutOfItsBounds(double share, double noise, double wrong, int head, String message) {
        assertThatThrownBy(() -> new TextProfile(share, noise, wrong, head))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining(", but is ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0001, Double.NaN})
    void refusesAMixtureWithoutTheSourceOrBeyondAllOfTheBatch(double weight) {
        assertThatThrownBy(() -> new Mixture(weight))
                .hasMessage("mixture weight of the source must be above 0 and at most 1, but is " + weight);
    }

    @Test
    void roundsTheSourcesShareOfABudgetToTheNearestToken() {
        assertThat(new Mixture(0.5).sourceTokens(20_480)).isEqualTo(10_240);
        assertThat(new Mixture(0.3).sourceTokens(5)).isEqualTo(2);
        assertThat(new Mixture(1).sourceTokens(7)).isEqualTo(7);
    }
}
