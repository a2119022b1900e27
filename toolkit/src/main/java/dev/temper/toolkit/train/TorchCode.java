package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.Optimizer;
import java.util.Locale;

/**
 * The model and its training step as TorchScript text, in the dialect that libtorch's archives hold. Constants stand in the
 * text, so no scalar is ever lent from Java memory to the gradient.
 */
final class TorchCode {
    static final String TRAIN = "train";
    static final String EVALUATE = "evaluate";

    /** Parameters of one layer: norm, attention in, attention out, norm, inner, outer. */
    static final int PER_LAYER = 6;

    private static final String RMS_EPSILON = "1.0e-06";

    private final ModelShape shape;
    private final Optimizer optimizer;
    private final StringBuilder code = new StringBuilder();

    private TorchCode(ModelShape shape, Optimizer optimizer) {
        this.shape = shape;
        this.optimizer = optimizer;
    }

    static String of(ModelShape shape, Optimizer optimizer) {
        TorchCode text = new TorchCode(shape, optimizer);
        text.code.append("""
                class Net(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                """);
        text.logits();
        text.train();
        text.evaluate();
        return text.code.toString();
    }

    /** Windows of context + 1 tokens in; one row of logits for each token but the last out. */
    private void logits() {
        int width = shape.width();
        line("  def logits(self: __torch__.Net,");
        line("    P: List[Tensor],");
        line("    windows: Tensor) -> Tensor:");
        line("    x = torch.slice(windows, 1, 0, %d)", shape.context());
        line("    B = torch.size(x, 0)");
        line("    h0 = torch.mul(torch.add(torch.embedding(P[0], x), P[1]), %s)", decimal(Math.sqrt(width)));
        for (int layer = 0; layer < shape.layers(); layer++) {
            int first = 2 + layer * PER_LAYER;
            norm("u" + layer, "h" + layer, first);
            line(
                    "    q%d = torch.permute(torch.view(torch.linear(u%d, P[%d]), [B, %d, 3, %d, %d]), [2, 0, 3, 1, 4])",
                    layer, layer, first + 1, shape.context(), shape.heads(), ModelShape.HEAD_WIDTH);
            line(
                    "    a%d = torch.scaled_dot_product_attention(torch.select(q%d, 0, 0), torch.select(q%d, 0, 1), "
                            + "torch.select(q%d, 0, 2), None, 0., True)",
                    layer, layer, layer, layer);
            line(
                    "    r%d = torch.add(h%d, torch.linear(torch.reshape(torch.transpose(a%d, 1, 2), [B, %d, %d]), P[%d]))",
                    layer, layer, layer, shape.context(), width, first + 2);
            norm("w" + layer, "r" + layer, first + 3);
            line(
                    "    h%d = torch.add(r%d, torch.linear(torch.relu(torch.linear(w%d, P[%d])), P[%d]))",
                    layer + 1, layer, layer, first + 4, first + 5);
        }
        norm("z", "h" + shape.layers(), 2 + shape.layers() * PER_LAYER);
        line("    return torch.view(torch.linear(z, P[0]), [-1, %d])", shape.vocabulary());
    }

    private void norm(String to, String from, int gain) {
        line(
                "    %s = torch.mul(torch.mul(%s, torch.rsqrt(torch.add(torch.mean(torch.mul(%s, %s), [-1], True), %s))), P[%d])",
                to, from, from, from, RMS_EPSILON, gain);
    }

    /**
     * Many optimiser steps in one call: the loss of each comes back. The lists P, M and V must reach the fused optimiser as
     * they came in: lists rebuilt in the text let libtorch's dead-code pass drop the call.
     */
    private void train() {
        line("  def %s(self: __torch__.Net,", TRAIN);
        line("    P: List[Tensor],");
        line("    M: List[Tensor],");
        line("    V: List[Tensor],");
        line("    batches: Tensor,");
        line("    rates: Tensor,");
        line("    updates: Tensor) -> Tensor:");
        line("    losses = annotate(List[Tensor], [])");
        line("    none = annotate(List[Tensor], [])");
        line("    for s in range(torch.size(batches, 0)):");
        line("      windows = torch.select(batches, 0, s)");
        line("      y = torch.reshape(torch.slice(windows, 1, 1, %d), [-1])", shape.context() + 1);
        line("      loss = torch.cross_entropy_loss((self).logits(P, windows, ), y)");
        line("      gradients = torch.autograd.grad([loss], P)");
        line("      _g = torch.set_grad_enabled(False)");
        line("      G = annotate(List[Tensor], [])");
        line("      S = annotate(List[Tensor], [])");
        line("      update = torch.select(updates, 0, s)");
        line("      for i in range(torch.len(gradients)):");
        line("        g = unchecked_cast(Tensor, gradients[i])");
        line("        _1 = torch.append(G, g)");
        line("        _2 = torch.append(S, update)");
        line("      norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(G)))");
        line(
                "      c = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), %s), None, 1.)",
                decimal(optimizer.clipNorm()));
        line("      torch._foreach_mul_(G, c)");
        line("      lr = float(torch.select(rates, 0, s))");
        if (optimizer.weightDecay() > 0) {
            line("      for i in range(torch.len(P)):");
            line("        if torch.ge(torch.dim(P[i]), 2):");
            line("          _3 = torch.mul_(P[i], torch.sub(1., torch.mul(lr, %s)))", decimal(optimizer.weightDecay()));
            line("        else:");
            line("          pass");
        }
        line(
                "      torch._fused_adamw_(P, G, M, V, none, S, lr=lr, beta1=%s, beta2=%s, weight_decay=0., eps=%s, "
                        + "amsgrad=False, maximize=False)",
                decimal(optimizer.beta1()), decimal(optimizer.beta2()), decimal(optimizer.epsilon()));
        line("      _h = torch.set_grad_enabled(True)");
        line("      _4 = torch.append(losses, torch.detach(loss))");
        line("    return torch.stack(losses)");
    }

    /** The mean loss of each window. */
    private void evaluate() {
        line("  def %s(self: __torch__.Net,", EVALUATE);
        line("    P: List[Tensor],");
        line("    windows: Tensor) -> Tensor:");
        line("    y = torch.reshape(torch.slice(windows, 1, 1, %d), [-1])", shape.context() + 1);
        line("    losses = torch.cross_entropy_loss((self).logits(P, windows, ), y, None, 0)");
        line("    return torch.mean(torch.view(losses, [-1, %d]), [1])", shape.context());
    }

    private void line(String format, Object... arguments) {
        code.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String decimal(double value) {
        return Double.toString(value);
    }
}
