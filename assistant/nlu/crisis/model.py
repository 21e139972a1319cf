"""The linear model of the crisis line: how much a message is like those of people in danger.

It sees words, runs of letters, words that stand apart, and the lexicon's signs: alone, two at a time and
with each word. Languages share all of them, so that few examples teach much. Figures of speech are
taken out before.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, NamedTuple, Tuple

from assistant.nlu import features
from assistant.nlu.crisis.lexicon import CrisisLexicon

FILE = "crisis.json"
#: So many words further stands the second of two that are taken together.
APART = (2, 3)
#: In fewer words only a phrase of despair raises the line: pieces of "ok" or "goodbye" say nothing.
FEWEST_WORDS = 3

#: A number for each piece of text, block by block.
Blocks = Mapping[str, Mapping[str, float]]


class Verdict(NamedTuple):
    """Whether the line is raised, and how likely danger is, from 0 to 1."""

    raised: bool
    probability: float


class Seen(NamedTuple):
    """A message without its figures of speech; `told` is whether a phrase says despair."""

    blocks: Dict[str, Mapping[str, int]]
    signs: List[str]
    words: int
    told: bool


@dataclass
class CrisisModel:
    """`told` is how often a phrase of despair was meant; from `threshold` on the line is raised."""

    lexicon: CrisisLexicon
    rarity: Blocks
    weights: Blocks
    bias: float
    told: float
    threshold: float

    def judge(self, text: str, language: str) -> Verdict:
        """Raised by a phrase of despair alone, or by all pieces together."""
        seen = see(text, language, self.lexicon)
        score = self.bias
        for block, counts in seen.blocks.items():
            weights = self.weights[block]
            score += sum(
                value * weights[name] for name, value in weighed(counts, self.rarity[block])
            )
        probability = 1 / (1 + math.exp(-score))
        if seen.told:
            return Verdict(True, max(probability, self.told))
        return Verdict(seen.words >= FEWEST_WORDS and probability >= self.threshold, probability)

    def save(self, folder: Path) -> None:
        """Writes the model and the lexicon that it was trained with."""
        content = {**vars(self), "lexicon": self.lexicon.languages}
        (folder / FILE).write_text(json.dumps(content, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> CrisisModel:
        """Reads what `save` wrote."""
        content = json.loads((folder / FILE).read_text("utf-8"))
        return cls(**{**content, "lexicon": CrisisLexicon(content["lexicon"])})


def see(text: str, language: str, lexicon: CrisisLexicon) -> Seen:
    """What the line looks at in a message, its figures of speech left out."""
    left, words = lexicon.without_figures(text)
    signs = lexicon.signs(words, language)
    blocks = {
        **features.folded_blocks(left),
        "apart": Counter(_apart([word.plain for word in words])),
        "signs": dict.fromkeys([*signs, *map("+".join, combinations(signs, 2))], 1),
        "signs with words": dict.fromkeys(
            [f"{sign}:{word}" for word in {word.plain for word in words} for sign in signs], 1
        ),
    }
    return Seen(blocks, signs, len(words), lexicon.says_despair(words))


def _apart(words: List[str]) -> Iterator[str]:
    for distance in APART:
        yield from map("..".join, zip(words, words[distance:]))


def weighed(counts: Mapping[str, int], rarity: Mapping[str, float]) -> List[Tuple[str, float]]:
    """The known pieces of a block by sublinear TF-IDF; the block has length one."""
    found, square = [], 0.0
    for name, count in counts.items():
        known = rarity.get(name)
        if known is not None:
            value = known if count == 1 else (1.0 + math.log(count)) * known
            found.append((name, value))
            square += value * value
    length = math.sqrt(square)
    return [(name, value / length) for name, value in found]
