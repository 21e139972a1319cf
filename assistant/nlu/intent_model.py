"""The linear model behind the intent classifier: training, calibration and a fast prediction."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import List, Sequence

import numpy as np
from scipy.sparse import vstack

from assistant.nlu.calibration import fit_temperature, softmax
from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.dense.weighing import DenseWeighing
from assistant.nlu.one_against_rest import fit
from assistant.nlu.typos import with_typos
from assistant.nlu.weighing import Weighing

HELD_OUT = 5  # every fifth example calibrates the temperature


@dataclass
class IntentModel:
    """`weights` has a row a feature and a column an intent; a score is a sum over the text's rows."""

    intents: List[str]
    weighing: Weighing
    weights: np.ndarray
    bias: np.ndarray
    temperature: float

    @classmethod
    def train(
        cls,
        texts: Sequence[str],
        intents: Sequence[str],
        languages: Sequence[str],
        weighing: Weighing,
        typo_copies: int,
        strength: float,
    ) -> IntentModel:
        """Fits on all examples after a first fit, without every fifth, has set the temperature.

        `weighing` has learnt nothing yet.
        """
        names, targets = np.unique(intents, return_inverse=True)
        rows = weighing.learn(texts, languages)
        held_out = np.arange(len(texts)) % HELD_OUT == 0
        weights, bias = fit(rows[~held_out], targets[~held_out], strength)
        temperature = fit_temperature(rows[held_out] @ weights + bias, targets[held_out])

        noise = random.Random(1)
        noisy = [with_typos(text, noise) for text in texts for _ in range(typo_copies)]
        noisy_rows = weighing.rows(noisy, np.repeat(languages, typo_copies))
        weights, bias = fit(
            vstack([rows, noisy_rows]).tocsr(),
            np.concatenate([targets, np.repeat(targets, typo_copies)]),
            strength,
        )
        return cls([str(name) for name in names], weighing, weights, bias, temperature)

    def probabilities(self, text: str, language: str) -> np.ndarray:
        """One probability an intent, in the order of `intents`."""
        scores = self.bias
        weighted = self.weighing.weighted(text, language)
        if weighted:
            rows, given = zip(*weighted)
            weights = self.weights.take(rows, axis=0).astype(np.float32)
            # Not `@`: for so few numbers BLAS wakes its threads, which wait for each other for longer.
            scores = np.einsum("i,ij->j", np.array(given, dtype=np.float32), weights) + self.bias
        return softmax(scores / self.temperature)

    def save(self, folder: Path) -> None:
        """Writes the model; weights in half precision, which changes no decision that was tested."""
        np.savez(
            folder / "intents.npz",
            weights=self.weights.astype(np.float16),
            rarity=self.weighing.rarity,
            bias=self.bias,
        )
        words = {
            "intents": self.intents,
            "temperature": self.temperature,
            **self.weighing.words(),
        }
        (folder / "intents.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Reads what `save` wrote; with an encoder, raises `EncoderError` when it is not as it was."""
        words = json.loads((folder / "intents.json").read_text("utf-8"))
        with np.load(folder / "intents.npz") as arrays:
            weights, rarity, bias = (arrays[name] for name in ("weights", "rarity", "bias"))
        vocabulary = {name: index for index, name in enumerate(words["vocabulary"])}
        weighing = Weighing(ConceptLexicon(words["concepts"]), vocabulary, rarity)
        if "encoder" in words:
            weighing = DenseWeighing.beside(weighing, words["encoder"])
        return cls(words["intents"], weighing, weights, bias, words["temperature"])
