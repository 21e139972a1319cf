"""The classifier's fit finds what the library finds that solves the same problem class by class."""

from typing import Tuple

import numpy as np
import pytest
from scipy.sparse import csr_matrix, random
from sklearn.linear_model import LogisticRegression

from assistant.nlu.one_against_rest import fit

CLASSES = 5
STRENGTH = 10.0

Examples = Tuple[csr_matrix, np.ndarray]


@pytest.fixture(scope="module")
def examples() -> Examples:
    """A class each for what weighs most in a row, most of them in the first."""
    chance = np.random.RandomState(7)
    rows = random(600, 3000, density=0.02, format="csr", random_state=chance, dtype=np.float32)
    hidden = chance.normal(size=(3000, CLASSES))
    return rows, (rows @ hidden + [3, 0, 0, 0, 0]).argmax(axis=1)


def _as_the_library(rows: csr_matrix, belongs: np.ndarray, balance: float) -> LogisticRegression:
    machine = LogisticRegression(
        solver="liblinear",
        dual=True,
        C=STRENGTH,
        class_weight={True: balance, False: 1.0},
        tol=1e-5,
    )
    return machine.fit(rows, belongs)


def test_scores_are_those_of_the_exact_solution(examples: Examples) -> None:
    rows, targets = examples
    weights, bias = fit(rows, targets, STRENGTH)
    scores = rows @ weights + bias
    sizes = np.bincount(targets)
    for number, size in enumerate(sizes):
        exact = _as_the_library(rows, targets == number, len(targets) / (CLASSES * size))
        same = np.corrcoef(scores[:, number], exact.decision_function(rows))[0, 1]
        assert same > 0.99, f"class {number}"


def test_one_decision_in_fifty_at_most_differs_from_the_exact_solution(examples: Examples) -> None:
    rows, targets = examples
    weights, bias = fit(rows, targets, STRENGTH)
    exact = [
        _as_the_library(rows, targets == number, len(targets) / (CLASSES * size))
        for number, size in enumerate(np.bincount(targets))
    ]
    theirs = np.array([machine.decision_function(rows) for machine in exact]).argmax(axis=0)
    ours = (rows @ weights + bias).argmax(axis=1)
    assert (ours != theirs).mean() <= 0.02


def test_a_rare_class_is_found_beside_a_frequent_one() -> None:
    rows = csr_matrix(np.array([[1, 0]] * 95 + [[0, 1]] * 5, dtype=np.float32))
    targets = np.array([0] * 95 + [1] * 5)
    weights, bias = fit(rows, targets, STRENGTH)
    assert (rows @ weights + bias).argmax(axis=1).tolist() == targets.tolist()


def test_the_same_examples_give_the_same_model(examples: Examples) -> None:
    first, again = fit(*examples, STRENGTH), fit(*examples, STRENGTH)
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])
