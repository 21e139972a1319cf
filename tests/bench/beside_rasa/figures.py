"""Rows of the table from what a pipeline made of the messages."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.metrics import f1_score

from tests.bench.beside_rasa.lines import Line
from tests.bench.reading.scores import calibration_error, told_apart

#: The intent, its certainty, the spans, and the milliseconds that it took.
Reading = list[Any]
HEADER = ["", "right", "macro-F1", "calibration error", "strange told apart", "entity F1"]
HEADER += ["training, s", "a message, p50 / p95 ms", "memory, MB"]


def intents(test: Sequence[Line], read: Sequence[Reading], strange: Sequence[Reading]) -> list[str]:
    """Right, macro-F1, calibration error and AUROC."""
    wanted = [line.intent for line in test]
    found = [reading[0] for reading in read]
    sure = np.array([reading[1] for reading in read])
    right = np.array(found) == np.array(wanted)
    macro = f1_score(wanted, found, average="macro", zero_division=0, labels=sorted(set(wanted)))
    apart = told_apart(sure, np.array([reading[1] for reading in strange])) if strange else None
    return [
        f"{right.mean():.1%}",
        f"{macro:.3f}",
        f"{calibration_error(sure, right):.3f}",
        f"{apart:.3f}" if apart is not None else "–",
    ]


def entities(test: Sequence[Line], read: Sequence[Reading]) -> str:
    """F1 of whole spans with the right name, all messages together."""
    wanted = {(place, *span) for place, line in enumerate(test) for span in line.spans}
    found = {(place, *span) for place, reading in enumerate(read) for span in reading[2]}
    return f"{2 * len(wanted & found) / (len(wanted) + len(found)):.3f}" if wanted else "–"


def costs(seconds: float, read: Sequence[Reading], memory: float) -> list[str]:
    """Training, milliseconds a message, and memory."""
    middle, late = np.percentile([reading[3] for reading in read], [50, 95])
    return [f"{seconds:.0f}", f"{middle:.1f} / {late:.1f}", f"{memory:.0f}"]
