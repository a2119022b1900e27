package dev.temper.toolkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    /** 130 and 100 steps: four and three calls of the engine. */
    private static final Sweep SWEEP = SmallStudy.of(
                    SmallStudy.checkpoint(EmbeddedTrainer.NAME, 130, 6e-3),
                    List.of(SmallStudy.CURATED, SmallStudy.WEB),
                    List.of(100L),
                    List.of(1L))
            .sweep();

    private static final long NEVER = 0;

    @TempDir
    private Path folder;

    private RunStore straight;

    @BeforeEach
    void trainUndisturbed() throws IOException {
        straight = prepared("straight", SWEEP);
        trainAll(straight, SWEEP.requests());
    }

    @Test
    void everyRunEndsWithItsNumbers() throws IOException {
        for (Request request : SWEEP.requests()) {
            RunFolder run = straight.run(request.id());
            Done done = run.done().orElseThrow();
            assertThat(done.succeeded()).isTrue();
            assertThat(done.flop()).isEqualTo(request.model().trainingFlop(request.tokenBudget()));
            assertThat(done.seconds()).isPositive();
            assertThat(run.metrics().faults()).isEmpty();
            assertThat(run.metrics().measurements())
                    .extracting(Measurement::tokens, Measurement::metric, Measurement::domain)
                    .containsExactly(
                            tuple(request.tokenBudget(), "loss", "domain"),
                            tuple(request.tokenBudget(), "loss-standard-error", "domain"),
                            tuple(request.tokenBudget(), "loss", "general"),
                            tuple(request.tokenBudget(), "loss-standard-error", "general"));
            assertThat(run.metrics().measurements()).allMatch(each -> each.value() > 0 && each.value() < 5);
        }
    }

    @Test
    void trainingOnTheDomainLowersItsLoss() throws IOException {
        double control = domainLoss(SWEEP.runs().get(0).id());
        assertThat(control).isLessThan(Math.log(128));
        assertThat(domainLoss(SWEEP.runs().get(1).id())).isLessThan(control - 0.1);
        assertThat(domainLoss(SWEEP.runs().get(2).id())).isLessThan(control - 0.1);
    }

    @Test
    void everyBranchNamesTheVeryCheckpointThatItWasReadFrom() throws Exception {
        Path file = straight.run(SWEEP.checkpointId()).path().resolve("checkpoint/state-130.safetensors");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(straight.run(SWEEP.checkpointId()).done().orElseThrow().checkpoint())
                .isEqualTo(sha256);
        assertThat(straight.run(SWEEP.checkpointId()).done().orElseThrow().startedFrom())
                .isEmpty();
        for (var run : SWEEP.runs()) {
            RunFolder branch = straight.run(run.id());
            assertThat(branch.done().orElseThrow().startedFrom()).isEqualTo(sha256);
            assertThat(branch.done().orElseThrow().checkpoint()).isEmpty();
            assertThat(branch.path().resolve("checkpoint")).doesNotExist();
            assertThat(Files.readString(branch.path().resolve("log.out")))
                    .startsWith("step 0 of 100, 130 updates so far, started from checkpoint " + sha256);
        }
    }

    @Test
    void numbersDoNotDependOnWhatElseTheWorkerTrained() throws IOException {
        RunStore reversed = prepared("reversed", SWEEP);
        List<Request> anneals = new ArrayList<>(SWEEP.requests().subList(1, 4));
        Collections.reverse(anneals);
        trainAll(reversed, List.of(SWEEP.checkpoint()));
        trainAll(reversed, anneals);
        sameNumbers(reversed);

        RunStore alone = prepared("alone", SWEEP);
        trainAll(alone, List.of(SWEEP.checkpoint()));
        for (Request request : anneals) {
            trainAll(alone, List.of(request));
        }
        sameNumbers(alone);
    }

    @Test
    void stoppedAfterEveryCallAndResumedIsNeverHavingStopped() throws IOException {
        RunStore stopped = prepared("stopped", SWEEP);
        for (Request request : SWEEP.requests()) {
            RunFolder run = stopped.run(request.id());
            int attempts = 0;
            while (run.done().isEmpty()) {
                training(stopped, () -> true, NEVER).run(run);
                attempts++;
            }
            assertThat(attempts).isEqualTo(request.steps() == 130 ? 4 : 3);
            assertThat(Files.readString(run.path().resolve("log.out"))).contains("checkpoint at step 40, stopped");
        }
        sameNumbers(stopped);
    }

    @Test
    void killedBetweenCheckpointsItGoesOnFromTheLastOne() throws IOException {
        RunStore killed = prepared("killed", SWEEP);
        for (Request request : SWEEP.requests()) {
            RunFolder run = killed.run(request.id());
            killAfter(3, killed, run);
            assertThat(run.done()).isEmpty();
            trainAll(killed, List.of(request));
            assertThat(Files.readString(run.path().resolve("log.out"))).contains("\nstep 80 of " + request.steps());
        }
        sameNumbers(killed);
    }

    @Test
    void aBrokenCheckpointGivesWayToTheOneBeforeAndThenToTheBeginning() throws IOException {
        RunStore broken = prepared("broken", SWEEP);
        RunFolder run = broken.run(SWEEP.checkpointId());
        killAfter(3, broken, run);
        flipAByte(run.path().resolve("checkpoint/state-80.safetensors"));
        killAfter(1, broken, run);
        assertThat(Files.readString(run.path().resolve("log.out"))).contains("\nstep 40 of 130");
        flipAByte(run.path().resolve("checkpoint/state-40.safetensors"));
        trainAll(broken, SWEEP.requests());
        sameNumbers(broken);
    }

    @Test
    void killedBeforeItsLastActItMeasuresAgainAndEndsTheSame() throws IOException {
        RunStore late = prepared("late", SWEEP);
        trainAll(late, SWEEP.requests());
        for (Request request : SWEEP.requests()) {
            RunFolder run = late.run(request.id());
            Files.delete(run.path().resolve("done.json"));
            trainAll(late, List.of(request));
            assertThat(Files.readAllLines(run.path().resolve("metrics.jsonl"))).hasSize(8);
        }
        sameNumbers(late);
    }

    @Test
    void refusesToStartFromACheckpointThatIsNotTheOneItsRunEndedWith() throws IOException {
        RunFolder stageOne = straight.run(SWEEP.checkpointId());
        flipAByte(stageOne.path().resolve("checkpoint/state-130.safetensors"));
        Request anneal = SWEEP.runs().get(0).request();
        Files.delete(straight.run(anneal.id()).path().resolve("done.json"));
        assertThatThrownBy(() -> trainAll(straight, List.of(anneal)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the checkpoint in " + stageOne.path() + " must have SHA-256 "
                        + stageOne.done().orElseThrow().checkpoint())
                .hasMessageEndingWith("; delete that folder and start the sweep again");
    }

    @Test
    void refusesARunThatAsksForAnotherTrainer() throws IOException {
        Sweep foreign = SmallStudy.standard("embedded-0").sweep();
        RunStore store = prepared("foreign", foreign);
        assertThatThrownBy(() -> trainAll(store, List.of(foreign.checkpoint())))
                .isInstanceOf(IOException.class)
                .hasMessage("run " + foreign.checkpointId() + " asks for trainer embedded-0, but this is "
                        + EmbeddedTrainer.NAME);
    }

    @Test
    void aLossThatIsNoNumberFailsTheRunWithItsReason() throws IOException {
        RunFolder run = diverged(130, 1e30);
        assertThat(run.done().orElseThrow().exit()).isEqualTo(2);
        assertThat(run.done().orElseThrow().reason())
                .matches("the training loss became (NaN|-?Infinity) at step \\d+; a lower learning rate may help");
        assertThat(run.metrics().measurements()).isEmpty();
    }

    @Test
    void aMeasuredLossThatIsNoNumberFailsTheRunToo() throws IOException {
        RunFolder run = diverged(1, 1e39);
        assertThat(run.done().orElseThrow().exit()).isEqualTo(2);
        assertThat(run.done().orElseThrow().reason())
                .matches("the loss on domain became (NaN|-?Infinity) at step 1; a lower learning rate may help");
        assertThat(run.metrics().measurements()).isEmpty();
        assertThat(run.path().resolve("checkpoint")).doesNotExist();
    }

    private RunFolder diverged(int steps, double rate) throws IOException {
        Sweep sweep = SmallStudy.of(
                        SmallStudy.checkpoint(EmbeddedTrainer.NAME, steps, rate),
                        List.of(SmallStudy.WEB),
                        List.of(20L),
                        List.of(1L))
                .sweep();
        RunStore store = prepared("diverging", sweep);
        trainAll(store, List.of(sweep.checkpoint()));
        return store.run(sweep.checkpointId());
    }

    private RunStore prepared(String name, Sweep sweep) throws IOException {
        RunStore store = new RunStore(folder.resolve(name));
        store.prepare(sweep);
        return store;
    }

    private static void trainAll(RunStore store, List<Request> requests) throws IOException {
        Training training = training(store, () -> false, NEVER);
        for (Request request : requests) {
            training.run(store.run(request.id()));
        }
    }

    /** Dies without a word once the engine was called so many times; every call before left a checkpoint. */
    private static void killAfter(int calls, RunStore store, RunFolder run) {
        AtomicInteger left = new AtomicInteger(calls);
        BooleanSupplier killer = () -> {
            if (left.decrementAndGet() == 0) {
                throw new IllegalStateException("killed");
            }
            return false;
        };
        assertThatThrownBy(() -> training(store, killer, 11_000_000_000L).run(run))
                .hasMessage("killed");
    }

    private static Training training(RunStore store, BooleanSupplier stopped, long tick) {
        AtomicLong clock = new AtomicLong();
        return new Training(
                store, new Texts(), stopped, tick == NEVER ? System::nanoTime : () -> clock.addAndGet(tick));
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    private double domainLoss(String id) throws IOException {
        return straight.run(id).metrics().measurements().get(0).value();
    }

    private void sameNumbers(RunStore store) throws IOException {
        for (Request request : SWEEP.requests()) {
            RunFolder expected = straight.run(request.id());
            RunFolder actual = store.run(request.id());
            assertThat(actual.metrics()).isEqualTo(expected.metrics());
            assertThat(actual.done().orElseThrow().checkpoint())
                    .isEqualTo(expected.done().orElseThrow().checkpoint());
            assertThat(actual.done().orElseThrow().startedFrom())
                    .isEqualTo(expected.done().orElseThrow().startedFrom());
        }
    }
}
