package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class BenchIT {
    @Test
    void namesTheBenchmarksThereAreWhenAskedForAnother() throws IOException, InterruptedException {
        Command.Result result = Command.of(Place.script("bench"), "speed").run();
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.said()).contains("must be one of: training, kernel, laws, coverage, joint; but is: speed");
    }

    @Test
    void refusesAnOptionOfTheOtherBenchmark() throws IOException, InterruptedException {
        Command.Result result =
                Command.of(Place.script("bench"), "training", "--quick").run();
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.said()).contains("unknown option --quick", "usage: install/bench training");
    }

    @Test
    void asksForANameWhenGivenNone() throws IOException, InterruptedException {
        Command.Result result = Command.of(Place.script("bench")).run();
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.said()).contains("must be one of: training, kernel, laws, coverage, joint; but is: missing");
    }
}
