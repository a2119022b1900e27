"""Trains the embedded study's model in PyTorch eager on one thread; prints tokens per second.

python pytorch_eager.py WIDTH STEPS
"""

import math
import sys
import time

import torch
import torch.nn.functional as F

VOCABULARY, LAYERS, CONTEXT, BATCH, HEAD = 128, 2, 32, 16, 16
LEARNING_RATE, WARM_UP, POOL = 3e-3, 40, 2_000_000


def main():
    width, steps = int(sys.argv[1]), int(sys.argv[2])
    torch.set_num_threads(1)
    torch.manual_seed(1)
    weights = [weight.requires_grad_() for weight in fresh(width)]
    optimizer = torch.optim.AdamW(weights, lr=LEARNING_RATE, betas=(0.9, 0.99), eps=1e-8, weight_decay=0, fused=True)
    pool = torch.randint(VOCABULARY, (POOL,))
    for step in range(WARM_UP):
        train(weights, optimizer, pool, LEARNING_RATE)
    start = time.perf_counter()
    for step in range(steps):
        train(weights, optimizer, pool, LEARNING_RATE * (1 - step / steps))
    print(steps * BATCH * CONTEXT / (time.perf_counter() - start))


def fresh(d):
    """Embedding, positions, six of each layer, final gain: in the order that logits takes them."""
    out = 0.02 * 2 / math.sqrt(2 * LAYERS)
    weights = [torch.randn(VOCABULARY, d) * 0.02, torch.randn(CONTEXT, d) * 0.02]
    for _ in range(LAYERS):
        weights += [torch.ones(d), torch.randn(3 * d, d) * 0.5 / math.sqrt(d), torch.randn(d, d) * out]
        weights += [torch.ones(d), torch.randn(4 * d, d) * 0.7 / math.sqrt(d), torch.randn(d, 4 * d) * out]
    return weights + [torch.ones(d)]


def train(weights, optimizer, pool, rate):
    starts = torch.randint(len(pool) - CONTEXT, (BATCH, 1))
    windows = pool[starts + torch.arange(CONTEXT + 1)]
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad()
    loss = F.cross_entropy(logits(weights, windows[:, :-1]), windows[:, 1:].reshape(-1))
    loss.backward()
    torch.nn.utils.clip_grad_norm_(weights, 1.0)
    optimizer.step()


def logits(weights, tokens):
    embedding, positions, *layers, gain = weights
    batch, length = tokens.shape
    width = embedding.shape[1]
    h = math.sqrt(width) * (F.embedding(tokens, embedding) + positions)
    for i in range(LAYERS):
        gain1, qkv, out, gain2, inner, outer = layers[6 * i : 6 * i + 6]
        parts = F.linear(norm(h, gain1), qkv).view(batch, length, 3, width // HEAD, HEAD).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_causal=True)
        h = h + F.linear(mixed.transpose(1, 2).reshape(batch, length, width), out)
        h = h + F.linear(F.relu(F.linear(norm(h, gain2), inner)), outer)
    return F.linear(norm(h, gain), embedding).view(-1, VOCABULARY)


def norm(h, gain):
    return h * torch.rsqrt(torch.mean(h * h, -1, keepdim=True) + 1e-6) * gain


main()
