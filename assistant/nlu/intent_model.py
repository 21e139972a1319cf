"""The linear model behind the intent classifier: training, calibration and a fast prediction."""

from __future__ import annotations

import json
import math
import random
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Mapping, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.svm import LinearSVC

from assistant.nlu import features
from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.typos import with_typos

#: How much a feature counts for all languages beside its own language's block, which counts 1.
SHARED_WEIGHT = 0.3
#: How much the ideas of the concept lexicon count beside a language's own block.
CONCEPT_WEIGHT = 1.0
CONCEPTS = "concepts"
RAREST = 2
TOLERANCE = 0.05  # a finer fit takes a quarter longer and decides the same
HELD_OUT = 5  # every fifth example calibrates the temperature

#: Block, feature, and how often it stands in the text.
Counted = Tuple[str, str, int]
#: A feature's row of the weights, and its value.
Weighted = List[Tuple[int, float]]


@dataclass
class IntentModel:
    """`weights` has a row a feature and a column an intent; a score is a sum over the text's rows."""

    intents: List[str]
    concepts: ConceptLexicon
    vocabulary: Dict[str, int]
    rarity: np.ndarray
    weights: np.ndarray
    bias: np.ndarray
    temperature: float

    @classmethod
    def train(
        cls,
        texts: Sequence[str],
        intents: Sequence[str],
        languages: Sequence[str],
        concepts: ConceptLexicon,
        typo_copies: int,
        penalty: float,
    ) -> IntentModel:
        """Fits on all examples after a first fit, without every fifth, has set the temperature."""
        names = sorted(set(intents))
        targets = np.array([names.index(intent) for intent in intents])
        noise = random.Random(1)
        noisy = [with_typos(text, noise) for text in texts for _ in range(typo_copies)]
        model = cls(names, concepts, {}, np.empty(0), np.empty(0), np.empty(0), 1.0)
        model.vocabulary, model.rarity = _vocabulary(map(model._counted, texts, languages))
        rows = model._matrix(texts, languages)
        noisy_rows = model._matrix(noisy, np.repeat(languages, typo_copies))

        held_out = np.arange(len(texts)) % HELD_OUT == 0
        model._fit(rows[~held_out], targets[~held_out], penalty)
        model.temperature = _temperature(model._scores(rows[held_out]), targets[held_out])
        model._fit(
            vstack([rows, noisy_rows]).tocsr(),
            np.concatenate([targets, np.repeat(targets, typo_copies)]),
            penalty,
        )
        return model

    def probabilities(self, text: str, language: str) -> np.ndarray:
        """One probability an intent, in the order of `intents`."""
        weighted = self._weighted(self._counted(text, language))
        scores = self.bias
        if weighted:
            rows, given = zip(*weighted)
            values = np.array(given, dtype=np.float32)
            scores = values @ self.weights[list(rows)] + self.bias
        return _softmax(scores / self.temperature)

    def save(self, folder: Path) -> None:
        """Writes the model; weights in half precision, which changes no decision that was tested."""
        np.savez(
            folder / "intents.npz",
            weights=self.weights.astype(np.float16),
            rarity=self.rarity,
            bias=self.bias,
        )
        words = {
            "intents": self.intents,
            "temperature": self.temperature,
            "vocabulary": list(self.vocabulary),
            "concepts": self.concepts.forms,
        }
        (folder / "intents.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Reads what `save` wrote."""
        words = json.loads((folder / "intents.json").read_text("utf-8"))
        with np.load(folder / "intents.npz") as arrays:
            weights = np.ascontiguousarray(arrays["weights"].astype(np.float32))
            rarity, bias = arrays["rarity"], arrays["bias"]
        vocabulary = {name: index for index, name in enumerate(words["vocabulary"])}
        concepts = ConceptLexicon(words["concepts"])
        return cls(
            words["intents"], concepts, vocabulary, rarity, weights, bias, words["temperature"]
        )

    def _fit(self, rows: csr_matrix, targets: np.ndarray, penalty: float) -> None:
        machine = LinearSVC(C=penalty, class_weight="balanced", random_state=1, tol=TOLERANCE)
        machine.fit(rows, targets)
        self.weights = np.ascontiguousarray(machine.coef_.T.astype(np.float32))
        self.bias = machine.intercept_.astype(np.float32)

    def _scores(self, rows: csr_matrix) -> np.ndarray:
        return np.asarray(rows @ self.weights + self.bias)

    def _matrix(self, texts: Sequence[str], languages: Sequence[str]) -> csr_matrix:
        columns, values, starts = array("i"), array("f"), array("i", [0])
        for text, language in zip(texts, languages):
            for row, value in self._weighted(self._counted(text, language)):
                columns.append(row)
                values.append(value)
            starts.append(len(columns))
        shape = (len(texts), len(self.vocabulary))
        return csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=shape)

    def _weighted(self, counted: Iterable[Counted]) -> Weighted:
        """Sublinear TF-IDF, each block scaled to length one, then by the block's weight."""
        by_block: Dict[str, Weighted] = {}
        for block, name, count in counted:
            index = self.vocabulary.get(name)
            if index is not None:
                value = (1.0 + math.log(count)) * float(self.rarity[index])
                by_block.setdefault(block, []).append((index, value))
        weighted: Weighted = []
        for block, found in by_block.items():
            length = math.sqrt(sum(value * value for _, value in found))
            scale = _weight(block) / length
            weighted += [(row, value * scale) for row, value in found]
        return weighted

    def _counted(self, text: str, language: str) -> Iterator[Counted]:
        """Each feature once for all languages and once for its own; ideas are shared by nature."""
        for kind, counts in features.blocks(text).items():
            for name, count in counts.items():
                yield f"*{kind}", f"*{kind}:{name}", count
                yield f"{language}{kind}", f"{language}{kind}:{name}", count
        for concept in dict.fromkeys(self.concepts.found(text, language)):
            yield CONCEPTS, f"{CONCEPTS}:{concept}", 1


def _weight(block: str) -> float:
    if block == CONCEPTS:
        return CONCEPT_WEIGHT
    return SHARED_WEIGHT if block.startswith("*") else 1.0


def _vocabulary(examples: Iterable[Iterable[Counted]]) -> Tuple[Dict[str, int], np.ndarray]:
    seen: Dict[str, int] = {}
    number = 0
    for example in examples:
        number += 1
        for _, name, _ in example:
            seen[name] = seen.get(name, 0) + 1
    kept = sorted(name for name, times in seen.items() if times >= RAREST)
    rarity = [math.log((1 + number) / (1 + seen[name])) + 1 for name in kept]
    return {name: index for index, name in enumerate(kept)}, np.array(rarity, dtype=np.float32)


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def _temperature(scores: np.ndarray, targets: np.ndarray) -> float:
    """The temperature under which the held-out answers are least surprising."""
    rows = np.arange(len(targets))

    def surprise(temperature: float) -> float:
        chance = _softmax(scores / temperature)[rows, targets]
        return float(-np.log(chance + 1e-12).mean())

    candidates: Mapping[float, float] = {
        round(step, 4): surprise(step) for step in np.geomspace(0.02, 2.0, 60)
    }
    return min(candidates, key=lambda step: candidates[step])
