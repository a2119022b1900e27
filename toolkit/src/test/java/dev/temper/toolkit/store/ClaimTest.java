package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("owner.lock");
    }

    @Test
    void anotherProcessIsKeptOutUntilTheOwnerIsKilled() throws Exception {
        Process owner = ClaimHolder.start(file);
        try {
            assertThat(ClaimHolder.answer(owner)).isEqualTo("held");
            assertThat(Claim.isHeld(file)).isTrue();
            assertThat(Claim.take(file)).isEmpty();
            assertThat(Claim.owner(file)).contains(owner.pid());
        } finally {
            owner.destroyForcibly().waitFor();
        }
        assertThat(Claim.isHeld(file)).isFalse();
        try (Claim claim = Claim.take(file).orElseThrow()) {
            assertThat(claim).isNotNull();
            assertThat(Claim.owner(file)).contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void thisProcessKeepsItsClaimWhoeverAsks() throws Exception {
        try (Claim claim = Claim.take(file).orElseThrow()) {
            assertThat(claim).isNotNull();
            assertThat(Claim.take(file)).as("a second claim of one process").isEmpty();
            assertThat(Claim.isHeld(file)).isTrue();
            assertThat(fromAnotherProcess()).isEqualTo("refused");
        }
        assertThat(Claim.isHeld(file)).isFalse();
        assertThat(fromAnotherProcess()).isEqualTo("held");
    }

    @Test
    void whatNobodyEverClaimedIsFree() throws IOException {
        assertThat(Claim.isHeld(file)).isFalse();
        assertThat(Claim.owner(file)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnreadableOwnerIsNobody() throws IOException {
        Files.writeString(file, "not a number\n");
        assertThat(Claim.owner(file)).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertThat(Claim.owner(file)).isEmpty();
    }

    @Test
    void saysWhatCannotBeClaimed() {
        Path missing = folder.resolve("missing").resolve("owner.lock");
        assertThatThrownBy(() -> Claim.take(missing))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot claim " + missing + ": no such file or folder");
    }

    private String fromAnotherProcess() throws Exception {
        Process other = ClaimHolder.start(file);
        try {
            return ClaimHolder.answer(other);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }
}
