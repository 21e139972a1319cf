"""Two wishes in one message: "I have paid half and want to split the rest" is both, in this order.

A message is cut between sentences and at small words that join; where both parts mean something
certain and different that can stand together, each is answered. After a question of ours one of them
may be its answer: "500 from the 25th, and stop calling me". Which can is in wishes.yml.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Awaitable, Callable, Dict, FrozenSet, Iterator, List, Mapping, NamedTuple

import yaml

from assistant.nlu.values.folding import fold_word
from assistant.nlu.values.lexicon_files import languages, lexicon

FILE = Path(__file__).with_name("wishes.yml")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_PAUSE = re.compile(r"[.?!;]+\s|\n")
#: Only after a question: elsewhere people put commas anywhere, and the same wish goes on after them.
_COMMA = re.compile(r",\s")
#: A part of fewer words is a word of courtesy, or half a thought; an answer may be one word.
FEWEST_WORDS = 3
FEWEST_AFTER_A_QUESTION = 2
AFFIRM = "affirm"

#: What Rasa makes of a text: `intent` with `name` and `confidence`, and the rest.
Parse = Dict[str, Any]
Reader = Callable[[str], Awaitable[Parse]]


class Cut(NamedTuple):
    """A message in two; `simply` where nothing between them takes the first back, as "but" does."""

    left: str
    right: str
    simply: bool = True


@dataclass(frozen=True)
class Wishes:
    """Which intents may stand together in one message, and how certain each has to be."""

    answers: FrozenSet[str]
    takes_the_word: FrozenSet[str]
    at_least: float
    longest: int
    replies: FrozenSet[str]
    beside_a_yes: FrozenSet[str]
    sure: float
    by_value: FrozenSet[str]

    @classmethod
    def read(cls, path: Path = FILE) -> "Wishes":
        """The wishes of a file."""
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        numbers = {name: content.pop(name) for name in ("at_least", "longest", "sure")}
        return cls(**numbers, **{name: frozenset(found) for name, found in content.items()})

    async def two_in(
        self, text: str, whole: Parse, read: Reader, asked: bool = False
    ) -> List[Parse]:
        """The two wishes of a message in the order of their answers; none where there is only one.

        `whole` is how the message is read uncut: what is said in it with danger is never cut.
        `asked`: a question of ours waits.
        """
        if len(text) > self.longest or in_danger(whole):
            return []
        best, found = 0.0, []  # type: float, List[Parse]
        for cut in cuts(text, whole.get("language", ""), asked):
            first = await read(cut.left)
            second = await read(cut.right) if self._may_be_one(first, asked) else None
            if second is None or not self._may_be_one(second, asked):
                continue
            certain = confidence_of(first) * confidence_of(second)
            together = self._together(first, second, cut)
            if together and certain > best:
                best, found = certain, together
        return found

    def _may_be_one(self, parse: Parse, asked: bool) -> bool:
        if self._says_itself(parse):
            return True
        fewest = FEWEST_AFTER_A_QUESTION if asked else FEWEST_WORDS
        known = wish_of(parse) in self.answers | self.takes_the_word
        if known and len(_words(parse)) >= fewest:
            return confidence_of(parse) >= self.at_least
        return asked and self._is_reply(parse) and confidence_of(parse) >= self.sure

    def _together(self, first: Parse, second: Parse, cut: Cut) -> List[Parse]:
        """Both, in the order in which they are answered; one alone, or none, where not both can be."""
        both = [first, second]
        replies = [parse for parse in both if self._is_reply(parse)]
        if len(replies) == 2 or (not replies and wish_of(first) == wish_of(second)):
            return []
        if not replies:
            two = len({wish_of(parse) for parse in both} & self.takes_the_word) < 2
            return (
                sorted(both, key=lambda parse: wish_of(parse) in self.takes_the_word) if two else []
            )
        (other,) = [parse for parse in both if parse is not replies[0]]
        if wish_of(replies[0]) != AFFIRM:
            beside = wish_of(other) in self.answers or self._says_itself(other)
            return [other, replies[0]] if beside else []
        if wish_of(other) not in self.beside_a_yes and not self._says_itself(other):
            return []
        # Who agrees says so first; later on it is a word of what was said before ("put it at 0 and
        # say that it is fine").
        agrees = cut.simply and replies[0] is first
        return both if agrees else [other]

    def _is_reply(self, parse: Parse) -> bool:
        return wish_of(parse) in self.replies and not self._says_itself(parse)

    def _says_itself(self, parse: Parse) -> bool:
        found = parse.get("entities") or []
        return bool(found) and {one["entity"] for one in found} <= self.by_value


def cuts(text: str, language: str, asked: bool = False, reasons: bool = False) -> Iterator[Cut]:
    """Each way to cut a text in two: after a sign of pause, or at a word that joins.

    With `asked` at a comma too, and with `reasons` at a word that gives one, as "because" does.
    """
    words = lexicon(language).words if language in languages() else {}
    joins, contrasts = words.get("joins", frozenset()), words.get("contrasts", frozenset())
    joins = joins | (words.get("reasons", frozenset()) if reasons else frozenset())
    found = [(pause.end(), pause.end(), True) for pause in _PAUSE.finditer(text)]
    if asked:
        found += [(comma.start(), comma.end(), False) for comma in _COMMA.finditer(text)]
    for word in _WORD.finditer(text):
        plain = fold_word(word.group())  # as the lexicon keeps its words
        if plain in joins:
            found.append((*word.span(), plain not in contrasts))
    fewest = 1 if asked else FEWEST_WORDS
    for end, begin, simply in sorted(found):
        left, right = text[:end].strip().rstrip(","), text[begin:].strip()
        if min(len(_WORD.findall(left)), len(_WORD.findall(right))) >= fewest:
            yield Cut(left, right, simply)


def in_danger(parse: Mapping[str, Any]) -> bool:
    """Whether the message tells of danger."""
    return bool((parse.get("crisis") or {}).get("raised"))


def _words(parse: Mapping[str, Any]) -> List[str]:
    return _WORD.findall(str(parse.get("text", "")))


def wish_of(parse: Mapping[str, Any]) -> str:
    """The name of its intent."""
    return str((parse.get("intent") or {}).get("name"))


def confidence_of(parse: Mapping[str, Any]) -> float:
    """How likely that intent is, 0 to 1."""
    return float((parse.get("intent") or {}).get("confidence", 0.0))
