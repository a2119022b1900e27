package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int f() {|4",
                "if (x) {~    while (y) {|8",
                "if (x) {~    a();|4",
                "if (x) {~  a();|2",
                "if (x) {~    while (y) {~        b();~    }|4",
                "foo(a,|4",
                "foo(a,~    b,|4",
                "int x =|4",
                "int x = 1;|0",
                "class A {~    int f(int a,~            int b) {|16",
                "@Deprecated|0",
                "foo(\"a { b\",|4",
                "int x = 1; // {|0",
                "/* { |0",
                "List.of(1)~    .stream(|8"
            })
    void opensWithEachBracketAndWithinAStatement(String source, int width) {
        assertThat(Indent.after(source.replace('~', '\n'))).isEqualTo(" ".repeat(width));
    }
}
