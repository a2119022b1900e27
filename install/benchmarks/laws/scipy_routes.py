"""Fits the law E + A/N^alpha + B/D^beta as people do with SciPy, and says what it cost.

scipy_routes.py RUNS COUNTS: RUNS holds a line "N,D,loss" for each run, COUNTS for each resample a byte for each run that
says how often it was drawn. Reads a command a line, answers each with a line of numbers: seconds of processor time, and the
objectives reached, each the sum of Huber's loss with threshold 1e-3 over differences of logarithms.

  fit                 one fit from nothing: best cell of a variable projection grid, then least_squares
  grid COUNT SEED     some of the 4,500 starts of Hoffmann et al. 2022, each a L-BFGS-B with finite differences
  least_squares A B   resamples A to B, warm, centred, with the analytic Jacobian
  lbfgsb A B          resamples A to B, warm, centred, scaled, with the analytic gradient and tight tolerances
  bfgs A B            resamples A to B from Hoffmann's values, with the analytic gradient
"""

import itertools
import random
import sys
import time

import numpy as np
from scipy.optimize import least_squares, minimize

DELTA = 1e-3
HOFFMANN = (6.0073404, 6.0179186, 0.5267228, 0.33917084, 0.2849083)


class Runs:
    def __init__(self, rows, centred=True):
        self.n, self.d, self.loss = np.log(rows).T
        self.pivots = (self.n.mean(), self.d.mean()) if centred else (0.0, 0.0)

    def only(self, indices):
        some = object.__new__(Runs)
        some.n, some.d, some.loss, some.pivots = self.n[indices], self.d[indices], self.loss[indices], self.pivots
        return some

    def terms(self, p):
        return np.stack([p[0] - p[3] * (self.n - self.pivots[0]), p[1] - p[4] * (self.d - self.pivots[1]), np.full_like(self.n, p[2])])

    def residuals(self, p):
        terms = self.terms(p)
        top = terms.max(axis=0)
        return top + np.log(np.exp(terms - top).sum(axis=0)) - self.loss

    def both(self, p):
        terms = self.terms(p)
        top = terms.max(axis=0)
        powers = np.exp(terms - top)
        total = powers.sum(axis=0)
        shares = powers / total
        jacobian = np.stack(
            [shares[0], shares[1], shares[2], -shares[0] * (self.n - self.pivots[0]), -shares[1] * (self.d - self.pivots[1])], axis=1
        )
        return top + np.log(total) - self.loss, jacobian

    def jacobian(self, p):
        return self.both(p)[1]

    def objective(self, p):
        return huber(self.residuals(p))

    def gradient(self, p):
        residuals, jacobian = self.both(p)
        return huber(residuals), jacobian.T @ np.clip(residuals, -DELTA, DELTA)


def huber(residuals):
    sizes = np.abs(residuals)
    return float(np.where(sizes <= DELTA, 0.5 * sizes**2, DELTA * (sizes - DELTA / 2)).sum())


def projected(runs):
    """Start: for each pair of exponents the best A, B and E of relative differences; the best of 400 pairs where all are positive."""
    exponents = np.linspace(0.05, 1, 20)
    weights = np.exp(-runs.loss)
    sizes = np.exp(-np.outer(exponents, runs.n - runs.pivots[0])) * weights
    tokens = np.exp(-np.outer(exponents, runs.d - runs.pivots[1])) * weights
    gram = np.empty((20, 20, 3, 3))
    gram[..., 0, 0] = (sizes**2).sum(axis=1)[:, None]
    gram[..., 1, 1] = (tokens**2).sum(axis=1)[None, :]
    gram[..., 2, 2] = weights @ weights
    gram[..., 0, 1] = gram[..., 1, 0] = sizes @ tokens.T
    gram[..., 0, 2] = gram[..., 2, 0] = (sizes @ weights)[:, None]
    gram[..., 1, 2] = gram[..., 2, 1] = (tokens @ weights)[None, :]
    right = np.empty((20, 20, 3))
    right[..., 0] = sizes.sum(axis=1)[:, None]
    right[..., 1] = tokens.sum(axis=1)[None, :]
    right[..., 2] = weights.sum()
    found = np.linalg.solve(gram, right[..., None])[..., 0]
    gain = np.where(found.min(axis=-1) > 0, (found * right).sum(axis=-1), -np.inf)
    a, b = np.unravel_index(gain.argmax(), gain.shape)
    return np.array([*np.log(found[a, b]), exponents[a], exponents[b]])


def polished(runs, start):
    return least_squares(runs.residuals, start, runs.jacobian, loss="huber", f_scale=DELTA, xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale="jac").x


def quasi_newton(runs, start):
    scale = np.array([0.05, 0.05, 0.01, 0.02, 0.02])
    size = 1 / runs.objective(start)

    def scaled(q):
        value, gradient = runs.gradient(start + q * scale)
        return value * size, gradient * scale * size

    found = minimize(scaled, np.zeros(5), jac=True, method="L-BFGS-B", options={"ftol": 1e-16, "gtol": 1e-10, "maxiter": 2000})
    return start + found.x * scale


def wild_starts():
    zero_to_25 = (0, 5, 10, 15, 20, 25)
    halves = (0, 0.5, 1, 1.5, 2)
    return list(itertools.product(zero_to_25, zero_to_25, (-1, -0.5, 0, 0.5, 1), halves, halves))


def resampled(runs, counts, first, last):
    for number in range(first, last):
        yield runs.only(np.repeat(np.arange(counts.shape[1]), counts[number]))


def main():
    rows = np.loadtxt(sys.argv[1], delimiter=",")
    counts = np.fromfile(sys.argv[2], dtype=np.uint8).reshape(-1, len(rows))
    centred, plain = Runs(rows), Runs(rows, centred=False)
    optimum = polished(centred, projected(centred))
    for line in sys.stdin:
        words = line.split()
        numbers = [int(word) for word in words[1:]]
        begun = time.process_time()
        if words[0] == "fit":
            found = [centred.objective(polished(centred, projected(centred)))]
        elif words[0] == "grid":
            starts = random.Random(numbers[1]).sample(wild_starts(), numbers[0])
            found = [float(minimize(plain.objective, start, method="L-BFGS-B").fun) for start in starts]
        elif words[0] == "least_squares":
            found = [some.objective(polished(some, optimum)) for some in resampled(centred, counts, *numbers)]
        elif words[0] == "lbfgsb":
            found = [some.objective(quasi_newton(some, optimum)) for some in resampled(centred, counts, *numbers)]
        elif words[0] == "bfgs":
            found = [
                float(minimize(some.gradient, HOFFMANN, jac=True, method="BFGS").fun) for some in resampled(plain, counts, *numbers)
            ]
        else:
            raise SystemExit(f"command must be fit, grid, least_squares, lbfgsb or bfgs, but is {words[0]}")
        print(*(repr(float(number)) for number in [time.process_time() - begun, *found]), flush=True)


main()
