"""A linear classifier for each class against all others, fitted side by side."""

from __future__ import annotations

import os
from typing import Tuple

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

TOLERANCE = 0.05  # a finer fit takes longer and decides the same


def fit(rows: csr_matrix, targets: np.ndarray, strength: float) -> Tuple[np.ndarray, np.ndarray]:
    """Weights, a row a feature and a column a class, and biases. `strength` is the regulariser's C.

    Rare classes weigh as much as frequent ones. Logistic regression decides better than a support
    vector machine where examples are few, and as well where they are many (docs/understanding.md).
    """
    sizes = np.bincount(targets)
    balance = len(targets) / (len(sizes) * sizes)
    fitted = Parallel(n_jobs=os.cpu_count())(
        delayed(_fit_one)(rows, targets == number, strength, balance[number])
        for number in range(len(sizes))
    )
    weights = np.array([weight for weight, _ in fitted], dtype=np.float32)
    bias = np.array([bias for _, bias in fitted], dtype=np.float32)
    return np.ascontiguousarray(weights.T), bias


def _fit_one(
    rows: csr_matrix, belongs: np.ndarray, strength: float, balance: float
) -> Tuple[np.ndarray, float]:
    machine = LogisticRegression(
        solver="liblinear",
        dual=True,
        C=strength,
        class_weight={True: balance, False: 1.0},
        random_state=1,
        tol=TOLERANCE,
    )
    machine.fit(rows, belongs)
    return machine.coef_[0].astype(np.float32), float(machine.intercept_[0])
