"""Two wishes in one message: "I have paid half and want to split the rest" is both, in this order.

A message is cut between sentences and at small words that join; where both parts mean something
certain and different that can stand together, each is answered. Which can is in wishes.yml.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Awaitable, Callable, Dict, FrozenSet, Iterator, List, Mapping, Tuple

import yaml

from assistant.nlu.values.lexicon_files import languages, lexicon

FILE = Path(__file__).with_name("wishes.yml")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
#: Commas are left out: people put them anywhere, and what follows is mostly the same wish.
_PAUSE = re.compile(r"[.?!;]+\s|\n")
#: A part of fewer words is a word of courtesy, or half a thought.
FEWEST_WORDS = 3

#: What Rasa makes of a text: `intent` with `name` and `confidence`, and the rest.
Parse = Dict[str, Any]
Reader = Callable[[str], Awaitable[Parse]]


@dataclass(frozen=True)
class Wishes:
    """Which intents may stand together in one message, and how certain each has to be."""

    answers: FrozenSet[str]
    takes_the_word: FrozenSet[str]
    at_least: float
    longest: int

    @classmethod
    def read(cls, path: Path = FILE) -> "Wishes":
        """The wishes of a file."""
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            frozenset(content["answers"]),
            frozenset(content["takes_the_word"]),
            content["at_least"],
            content["longest"],
        )

    async def two_in(self, text: str, whole: Parse, read: Reader) -> List[Parse]:
        """The two wishes of a message in the order of their answers; none where there is only one.

        `whole` is how the message is read uncut: what is said in it with danger is never cut.
        """
        if len(text) > self.longest or (whole.get("crisis") or {}).get("raised"):
            return []
        found: Tuple[float, List[Parse]] = (0.0, [])
        for left, right in parts(text, whole.get("language", "")):
            first = await read(left)
            if self._is_wish(first):
                second = await read(right)
                if self._is_wish(second) and self._stand_together(first, second):
                    certain = _confidence(first) * _confidence(second)
                    found = max(found, (certain, [first, second]), key=lambda one: one[0])
        return sorted(found[1], key=lambda parse: _name(parse) in self.takes_the_word)

    def _is_wish(self, parse: Parse) -> bool:
        known = _name(parse) in self.answers | self.takes_the_word
        return known and _confidence(parse) >= self.at_least

    def _stand_together(self, first: Parse, second: Parse) -> bool:
        names = {_name(first), _name(second)}
        return len(names) == 2 and len(names & self.takes_the_word) < 2


def parts(text: str, language: str) -> Iterator[Tuple[str, str]]:
    """Each way to cut a text in two: after a sign of pause, or at a word that joins."""
    joins = lexicon(language).words["joins"] if language in languages() else frozenset()
    cuts = [(pause.end(), pause.end()) for pause in _PAUSE.finditer(text)]
    cuts += [word.span() for word in _WORD.finditer(text) if word.group().lower() in joins]
    for end, begin in sorted(cuts):
        left, right = text[:end].strip(), text[begin:].strip()
        if min(len(_WORD.findall(left)), len(_WORD.findall(right))) >= FEWEST_WORDS:
            yield left, right


def _name(parse: Mapping[str, Any]) -> str:
    return str((parse.get("intent") or {}).get("name"))


def _confidence(parse: Mapping[str, Any]) -> float:
    return float((parse.get("intent") or {}).get("confidence", 0.0))
