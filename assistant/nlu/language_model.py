"""Naive Bayes over words and runs of letters; what tells close relatives apart is small words."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)
_RUNS = (1, 4)
_SMOOTHING = 0.3
#: Features of one word are not independent, so their evidence is scaled down.
_EVIDENCE = 0.35
_LONGEST_TEXT = 400


@dataclass
class LanguageModel:
    """`chances` has, for each feature, its log probability in each language, in their order."""

    languages: List[str]
    chances: Dict[str, List[float]]

    @classmethod
    def train(cls, texts: Mapping[str, Sequence[str]]) -> LanguageModel:
        """Counts the features of each language's texts."""
        languages = sorted(texts)
        counts = {
            language: Counter(name for text in texts[language] for name in _features(text))
            for language in languages
        }
        names = {name for counter in counts.values() for name in counter}
        totals = {
            language: sum(counter.values()) + _SMOOTHING * len(names)
            for language, counter in counts.items()
        }
        chances = {
            name: [
                round(math.log((counts[language][name] + _SMOOTHING) / totals[language]), 3)
                for language in languages
            ]
            for name in names
            if sum(counter[name] for counter in counts.values()) > 1
        }
        return cls(languages, chances)

    def decide(
        self,
        text: str,
        before: Optional[str],
        stay: float,
        spoken: Optional[Sequence[str]] = None,
    ) -> Tuple[str, float]:
        """Language and its probability.

        `before` is the language of the conversation so far; `spoken`, where given, those that can
        be answered in: a close relative of one of them is taken for it.
        """
        scores = self._prior(before, stay)
        if spoken:
            pairs = zip(self.languages, scores)
            scores = [score if language in spoken else -math.inf for language, score in pairs]
        found = [
            self.chances[name] for name in _features(text[:_LONGEST_TEXT]) if name in self.chances
        ]
        for language, chances in enumerate(zip(*found)):
            scores[language] += _EVIDENCE * sum(chances)
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        best = scores.index(highest)
        return self.languages[best], raised[best] / sum(raised)

    def save(self, folder: Path) -> None:
        """Writes the model as JSON."""
        content = {"languages": self.languages, "chances": self.chances}
        (folder / "languages.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> LanguageModel:
        """Reads what `save` wrote."""
        content = json.loads((folder / "languages.json").read_text("utf-8"))
        return cls(content["languages"], content["chances"])

    def _prior(self, before: Optional[str], stay: float) -> List[float]:
        if before not in self.languages or len(self.languages) == 1:
            return [0.0] * len(self.languages)
        leave = (1 - stay) / (len(self.languages) - 1)
        return [math.log(stay if language == before else leave) for language in self.languages]


def _features(text: str) -> Iterator[str]:
    for word in _WORDS.findall(unicodedata.normalize("NFC", text.lower())):
        yield f"={word}"
        padded = f" {word} "
        for size in range(_RUNS[0], _RUNS[1] + 1):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]
