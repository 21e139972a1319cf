"""Trains the crisis line: first with folds held out, which set the threshold, then on everything."""

import math
import random
from array import array
from collections import Counter
from typing import Dict, List, Mapping, NamedTuple, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from assistant.nlu.crisis.lexicon import CrisisLexicon
from assistant.nlu.crisis.model import Blocks, CrisisModel, Seen, see, weighed
from assistant.nlu.typos import with_typos

RAREST = 2
TOLERANCE = 0.05  # a finer fit decides the same
FOLDS = 5
#: Lines that have this sign and tell of no danger are few and hard: each counts as so many.
NEAR_DANGER, COUNTS_AS = "death", 10


class Aims(NamedTuple):
    """What the threshold is fitted to: where both cannot be had, `most_false_alarms` holds."""

    least_recall: float
    most_false_alarms: float


def train(
    texts: Sequence[str],
    in_danger: Sequence[bool],
    languages: Sequence[str],
    lexicon: CrisisLexicon,
    aims: Aims,
    typo_copies: int,
    penalty: float,
) -> CrisisModel:
    """Lines of people in danger are also learnt with typos; all others are many enough."""
    targets = np.array(in_danger)
    seen = [see(text, language, lexicon) for text, language in zip(texts, languages)]
    rarity = _rarity(seen)
    rows = _matrix(seen, rarity)

    near = np.array([NEAR_DANGER in message.signs for message in seen]) & ~targets
    counts_as = np.where(near, COUNTS_AS, 1)
    scores = _held_out_scores(rows, targets, counts_as, penalty)
    scale = LogisticRegression(C=1e3).fit(scores.reshape(-1, 1), targets)
    slope, shift = float(scale.coef_[0, 0]), float(scale.intercept_[0])
    told = np.array([message.told for message in seen])
    raised_at = _threshold(scores, targets, told, aims)

    noise = random.Random(1)
    hit = np.repeat(np.flatnonzero(targets), typo_copies)
    noisy = [see(with_typos(texts[at], noise), languages[at], lexicon) for at in hit]
    machine = _machine(penalty).fit(
        _matrix(seen + noisy, rarity),
        np.concatenate([targets, targets[hit]]),
        np.concatenate([counts_as, counts_as[hit]]),
    )
    return CrisisModel(
        lexicon,
        rarity,
        _by_block(slope * machine.coef_[0], rarity),
        slope * float(machine.intercept_[0]) + shift,
        float(targets[told].mean()) if told.any() else 1.0,
        1 / (1 + math.exp(-(slope * raised_at + shift))),
    )


def _threshold(scores: np.ndarray, targets: np.ndarray, told: np.ndarray, aims: Aims) -> float:
    """The highest score that still finds enough of those whom no phrase finds, or the aims' limit."""
    untold = np.where(told, np.inf, scores)
    in_danger, others = np.sort(untold[targets]), np.sort(untold[~targets])[::-1]
    enough = in_danger[int((1 - aims.least_recall) * len(in_danger))]
    limit = others[min(int(aims.most_false_alarms * len(others)), len(others) - 1)]
    return float(max(enough, np.nextafter(limit, np.inf)))


def _held_out_scores(
    rows: csr_matrix, targets: np.ndarray, counts_as: np.ndarray, penalty: float
) -> np.ndarray:
    fold = np.random.RandomState(1).randint(0, FOLDS, len(targets))
    scores = np.zeros(len(targets))
    for one in range(FOLDS):
        learnt = fold != one
        fitted = _machine(penalty).fit(rows[learnt], targets[learnt], counts_as[learnt])
        scores[fold == one] = fitted.decision_function(rows[fold == one])
    return scores


def _machine(penalty: float) -> LinearSVC:
    return LinearSVC(C=penalty, class_weight="balanced", random_state=1, tol=TOLERANCE)


def _rarity(messages: Sequence[Seen]) -> Blocks:
    seen: Dict[str, Counter] = {}
    for message in messages:
        for block, counts in message.blocks.items():
            seen.setdefault(block, Counter()).update(counts.keys())
    return {
        block: {
            name: math.log((1 + len(messages)) / (1 + times)) + 1
            for name, times in sorted(counted.items())
            if times >= RAREST
        }
        for block, counted in seen.items()
    }


def _matrix(messages: Sequence[Seen], rarity: Blocks) -> csr_matrix:
    """A row a message, and a column a piece, in the order of `rarity`."""
    columns, values, starts = array("i"), array("d"), array("i", [0])
    place = _by_block(range(sum(map(len, rarity.values()))), rarity)
    for message in messages:
        for block, counts in message.blocks.items():
            for name, value in weighed(counts, rarity[block]):
                columns.append(place[block][name])
                values.append(value)
        starts.append(len(columns))
    parts = (np.array(values), np.array(columns), np.array(starts))
    return csr_matrix(parts, shape=(len(messages), sum(map(len, rarity.values()))))


def _by_block(numbers: Sequence, rarity: Blocks) -> Dict[str, Mapping[str, float]]:
    """One number after the other for the pieces in the order of `rarity`."""
    left: List = np.asarray(numbers).tolist()
    blocks, begin = {}, 0
    for block, names in rarity.items():
        blocks[block] = dict(zip(names, left[begin : begin + len(names)]))
        begin += len(names)
    return blocks
