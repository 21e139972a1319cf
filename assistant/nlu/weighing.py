"""A message as numbers: sublinear TF-IDF in blocks, each of length one times what its block counts.

Each piece of text counts twice: once for all languages, lightly, and once in the block of the
message's own language. Ideas of the concept lexicon are shared by nature and have their own block.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix

from assistant.nlu import features
from assistant.nlu.concept_lexicon import ConceptLexicon

#: How much what all languages share counts beside a language's own block, which counts 1.
SHARED_WEIGHT = 0.3
CONCEPT_WEIGHT = 1.0
CONCEPTS = "concepts"
#: Features that fewer examples have are left out.
RAREST = 2

#: A feature's row of the weights, and its value.
Weighted = List[Tuple[int, float]]


@dataclass
class Weighing:
    """`vocabulary` numbers the features, whose names begin with their block; `rarity` is their IDF."""

    concepts: ConceptLexicon
    vocabulary: Dict[str, int] = field(default_factory=dict)
    rarity: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.float32))

    def learn(self, texts: Sequence[str], languages: Sequence[str]) -> csr_matrix:
        """Takes vocabulary and rarity from the examples, and gives their rows, one an example."""
        numbers: Dict[str, int] = {}
        counts = self._counts(texts, languages, numbers, learns=True)
        examples = counts.getnnz(axis=0)
        kept = np.flatnonzero(examples >= RAREST)
        names = list(numbers)
        self.vocabulary = {names[number]: row for row, number in enumerate(kept)}
        self.rarity = (np.log((1 + len(texts)) / (1 + examples[kept])) + 1).astype(np.float32)
        return self._weigh(counts[:, kept])

    def rows(self, texts: Sequence[str], languages: Sequence[str]) -> csr_matrix:
        """The rows of further messages; what the vocabulary does not have counts nothing."""
        return self._weigh(self._counts(texts, languages, self.vocabulary, learns=False))

    def weighted(self, text: str, language: str) -> Weighted:
        """The values of one message's row that are not zero, without the libraries' detour."""
        weighted: Weighted = []
        for block, counts in self._blocks(text, language):
            found, square = [], 0.0
            for name, count in counts.items():
                row = self.vocabulary.get(f"{block}:{name}")
                if row is not None:
                    value = self.rarity.item(row)
                    if count > 1:
                        value *= 1.0 + math.log(count)
                    square += value * value
                    found.append((row, value))
            if found:
                scale = _weight(block) / math.sqrt(square)
                weighted += [(row, value * scale) for row, value in found]
        return weighted

    def words(self) -> Dict[str, Any]:
        """What beside `rarity` is to be kept of it, as JSON."""
        return {"vocabulary": list(self.vocabulary), "concepts": self.concepts.forms}

    def _blocks(self, text: str, language: str) -> Iterator[Tuple[str, Mapping[str, int]]]:
        """Blocks, and how often each of their features stands in the text."""
        for kind, counts in features.blocks(text).items():
            yield f"*{kind}", counts
            yield f"{language}{kind}", counts
        yield CONCEPTS, dict.fromkeys(self.concepts.found(text, language), 1)

    def _counts(
        self,
        texts: Sequence[str],
        languages: Sequence[str],
        numbers: Dict[str, int],
        learns: bool,
    ) -> csr_matrix:
        columns, values, starts = array("i"), array("f"), array("i", [0])
        for text, language in zip(texts, languages):
            for block, counted in self._blocks(text, language):
                for piece, count in counted.items():
                    name = f"{block}:{piece}"
                    number = numbers.setdefault(name, len(numbers)) if learns else numbers.get(name)
                    if number is not None:
                        columns.append(number)
                        values.append(count)
            starts.append(len(columns))
        content = (np.array(values), np.array(columns), np.array(starts))
        return csr_matrix(content, shape=(len(texts), len(numbers)))

    def _weigh(self, counts: csr_matrix) -> csr_matrix:
        weighted = counts.copy()
        weighted.data = (1 + np.log(counts.data)) * self.rarity[counts.indices]
        block_names = [name.partition(":")[0] for name in self.vocabulary]
        blocks, block_of = np.unique(block_names, return_inverse=True)
        membership = csr_matrix(
            (np.ones(len(block_of)), (np.arange(len(block_of)), block_of)),
            shape=(len(block_of), len(blocks)),
        )
        lengths = np.sqrt(weighted.multiply(weighted) @ membership).toarray()
        row_of = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        scale = np.array([_weight(block) for block in blocks])[block_of[counts.indices]]
        weighted.data *= scale / lengths[row_of, block_of[counts.indices]]
        return weighted.astype(np.float32)


def _weight(block: str) -> float:
    if block == CONCEPTS:
        return CONCEPT_WEIGHT
    return SHARED_WEIGHT if block.startswith("*") else 1.0
