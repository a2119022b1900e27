package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerOptionsTest {
    @Test
    void keepsNamesOfLocalVariablesWhateverIsAsked() {
        assertThat(CompilerOptions.of("").options()).containsExactly("-g", "-XDstringConcat=inline");
        assertThat(CompilerOptions.of(" -Xlint:none  -parameters ").options())
                .containsExactly("-Xlint:none", "-parameters", "-g", "-XDstringConcat=inline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-option", "--source", "--source 3", "--release 99"})
    void leavesOutWrongOptionsAndSaysWhatIsWrong(String text) {
        CompilerOptions options = CompilerOptions.of(text);

        assertThat(options.options()).containsExactly("-g", "-XDstringConcat=inline");
        assertThat(options.faults()).isNotEmpty().allMatch(fault -> fault.contains("\"" + text + "\""));
    }

    @Test
    void saysThatPreviewFeaturesNeedTheVirtualMachineToo() {
        CompilerOptions options = CompilerOptions.of("--enable-preview");

        assertThat(options.options()).containsExactly("-g", "-XDstringConcat=inline");
        assertThat(options.faults())
                .singleElement()
                .asString()
                .startsWith("The compiler option --enable-preview must be given to the kernel's java too");
    }
}
