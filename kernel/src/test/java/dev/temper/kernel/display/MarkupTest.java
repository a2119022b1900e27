package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapesHtmlBetweenTagsAndInAttributes() {
        assertThat(Markup.html("<a href=\"x\" b='y'> & &amp;"))
                .isEqualTo("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt; &amp; &amp;amp;");
    }

    @Test
    void escapesLatex() {
        assertThat(Markup.latex("50% of $a_b^{c} & #1 ~ \\x <y> |z|"))
                .isEqualTo("50\\% of \\$a\\_b\\textasciicircum{}\\{c\\} \\& \\#1 \\textasciitilde{}"
                        + " \\textbackslash{}x \\textless{}y\\textgreater{} \\textbar{}z\\textbar{}");
        assertThat(Markup.latex("1 ± 2 × 3 – é\n…")).isEqualTo("1 $\\pm$ 2 $\\times$ 3 -- é \\ldots{}");
    }
}
