"""A logistic regression for each class against all others, fitted for all classes in one go.

Dual coordinate descent (Yu, Huang and Lin, 2011, "Dual coordinate descent methods for logistic regression
and maximum entropy models") takes one example after the other. Here a step is made for all classes at
once: an example's features are looked up once and not once a class, which makes it three times as fast
as the library that solves the same problem class by class (docs/understanding.md has the figures).
"""

from __future__ import annotations

import os
from typing import Tuple

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix

#: All examples are gone through until a pass moves the dual variables by no more than this share, or
#: so many times. On the product's lines a finer fit changes less than one decision in five hundred.
ENOUGH = 0.07
MOST_PASSES = 50
NEWTON_STEPS = 2
#: A dual variable stays this share of its range away from both ends, where it has no slope.
MARGIN = 1e-3


def fit(rows: csr_matrix, targets: np.ndarray, strength: float) -> Tuple[np.ndarray, np.ndarray]:
    """Weights, a row a feature and a column a class, and biases. `strength` is the regulariser's C.

    Rare classes weigh as much as frequent ones. Logistic regression decides better than a support
    vector machine where examples are few, and as well where they are many (docs/understanding.md).
    """
    sizes = np.bincount(targets)
    shares = np.array_split(np.arange(len(sizes)), os.cpu_count() or 1)
    fitted = Parallel(n_jobs=len(shares))(
        delayed(_fit_share)(rows, targets, strength, share) for share in shares if len(share)
    )
    return np.hstack([weights for weights, _ in fitted]), np.hstack([bias for _, bias in fitted])


def _fit_share(
    rows: csr_matrix, targets: np.ndarray, strength: float, classes: np.ndarray
) -> Tuple[np.ndarray, np.ndarray]:
    sizes = np.bincount(targets)
    signs = np.where(targets[:, None] == classes, 1, -1).astype(np.int8)
    own = (strength * len(targets) / (len(sizes) * sizes[classes])).astype(np.float32)
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel() + 1  # one more for the bias
    weights = np.zeros((rows.shape[1], len(classes)), dtype=np.float32)
    bias = np.zeros(len(classes), dtype=np.float32)
    duals = np.zeros(signs.shape, dtype=np.float32)
    order = np.random.RandomState(1)
    for number in range(MOST_PASSES):
        way = 0.0
        for at in order.permutation(len(targets)):
            stored = slice(rows.indptr[at], rows.indptr[at + 1])
            features, values = rows.indices[stored], rows.data[stored]
            looked_up, sign = weights[features], signs[at]
            largest = np.where(sign > 0, own, np.float32(strength))
            margins = sign * (values @ looked_up + bias)
            better = _step(duals[at], margins, squares[at], largest, first=number == 0)
            moved = (better - duals[at]) * sign
            duals[at] = better
            weights[features] = looked_up + values[:, None] * moved
            bias += moved
            way += float(np.abs(moved).sum())
        if way <= ENOUGH * duals.sum():
            break
    return weights, bias


def _step(
    dual: np.ndarray, margins: np.ndarray, square: float, largest: np.ndarray, first: bool
) -> np.ndarray:
    """Where the dual objective of one example is least, by Newton steps that stay inside its range."""
    begin = largest / (2 + 2 * np.exp(np.minimum(margins, 30))) if first else dual
    new = np.clip(begin, MARGIN * largest, (1 - MARGIN) * largest)
    for _ in range(NEWTON_STEPS):
        left = largest - new
        slope = square * (new - dual) + margins + np.log(new / left)
        step = new - slope / (square + largest / (new * left))
        step = np.where(step <= 0, new / 10, step)
        new = np.where(step >= largest, largest - left / 10, step)
    return new
