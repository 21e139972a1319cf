"""From scores to probabilities that can be taken at their word."""

import numpy as np


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as probabilities, along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def fit_temperature(scores: np.ndarray, targets: np.ndarray) -> float:
    """The temperature under which the held-out answers, one a row of scores, surprise least."""
    rows = np.arange(len(targets))

    def surprise(temperature: float) -> float:
        chance = softmax(scores / temperature)[rows, targets]
        return float(-np.log(chance + 1e-12).mean())

    steps = [round(float(step), 4) for step in np.geomspace(0.02, 10.0, 80)]
    return min(steps, key=surprise)
