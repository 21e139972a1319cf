"""What makes it hard to pay, said beside a wish: it is met in the answer to that wish.

It is a part of the message that means it, or an idea that says so by itself. The wish keeps its intent
and carries the hardship as a `subject`. Which wishes and ideas: hardship.yml.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import FrozenSet, List

import yaml

from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.outright import SUBJECT
from assistant.wishes import Parse, Reader, confidence_of, cuts, in_danger, wish_of

FILE = Path(__file__).with_name("hardship.yml")
#: The value of `subject` for it.
HARDSHIP = "hardship"
AMOUNT = "amount"
#: The lists of hardship.yml that name ideas, and those that name intents.
_IDEAS = ("said_by", "unless", "hinted_by", "comes_in", "pays")
_INTENTS = ("beside", "after")


@dataclass(frozen=True)
class Hardship:
    """Finds it in a message, and marks the wish beside it."""

    intent: str
    certain: float
    wish_at_least: float
    plausible: float
    longest: int
    said_by: FrozenSet[str]
    unless: FrozenSet[str]
    hinted_by: FrozenSet[str]
    comes_in: FrozenSet[str]
    pays: FrozenSet[str]
    beside: FrozenSet[str]
    after: FrozenSet[str]
    ideas: ConceptLexicon

    @classmethod
    def read(cls, path: Path = FILE) -> "Hardship":
        """The table of a file, with each language's words for its ideas alone."""
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        groups = {name: frozenset(content.pop(name)) for name in (*_IDEAS, *_INTENTS)}
        wanted = frozenset().union(*(groups[name] for name in _IDEAS))
        ideas = {
            language: {idea: said for idea, said in own.items() if idea in wanted}
            for language, own in ConceptLexicon.read().forms.items()
        }
        return cls(**content, **groups, ideas=ConceptLexicon(ideas))

    async def apart(self, text: str, whole: Parse, read: Reader) -> List[Parse]:
        """The wish that stands beside a hardship, marked; a mere question is followed by the hardship.

        None where there is no such wish, or where the message tells of danger: that is never cut.
        """
        if len(text) > self.longest or in_danger(whole) or not self._may_be_in(whole):
            return []
        best, found = (0, 0), []  # type: Tuple[int, int], List[Parse]
        for cut in cuts(text, whole.get("language", ""), asked=True, reasons=True):
            parts = [await read(cut.left), await read(cut.right)]
            told = [part for part in parts if self._is_told(part)]
            wishes = [part for part in parts if self._is_wish(part)]
            if not told or not wishes:
                continue
            # The best cut leaves the wish all of its values, and little else.
            worth = (len(wishes[0].get("entities") or []), -len(wishes[0]["text"]))
            if not found or worth > best:
                best, found = worth, self._in_order(told[0], wishes[0], text)
        return found

    def noticed(self, parse: Parse) -> Parse:
        """The parse, marked where an idea that says so stands beside its wish."""
        return marked(parse) if wish_of(parse) in self.beside and self._says_so(parse) else parse

    def _may_be_in(self, parse: Parse) -> bool:
        ranking = parse.get("intent_ranking") or []
        likely = {one["name"] for one in ranking if one.get("confidence", 0.0) >= self.plausible}
        ideas = self._ideas_in(parse)
        if ideas & self.unless:
            return False
        hinted = ideas & (self.said_by | self.hinted_by)
        return self.intent in likely | {wish_of(parse)} or bool(hinted)

    def _is_told(self, part: Parse) -> bool:
        if wish_of(part) == self.intent and confidence_of(part) >= self.certain:
            return True
        return self._says_so(part) and not self._is_wish(part)

    def _is_wish(self, part: Parse) -> bool:
        known = wish_of(part) in self.beside | self.after
        if not known or confidence_of(part) < self.wish_at_least:
            return False
        named = {one["entity"] for one in part.get("entities") or []}
        ideas = self._ideas_in(part)
        return AMOUNT not in named or not ideas & self.comes_in or bool(ideas & self.pays)

    def _in_order(self, told: Parse, wish: Parse, text: str) -> List[Parse]:
        if wish_of(wish) in self.beside:
            return [{**marked(wish), "text": text}]  # nothing of it comes by itself any more
        return [marked(wish), {**told, "intent": {**told["intent"], "name": self.intent}}]

    def _says_so(self, parse: Parse) -> bool:
        ideas = self._ideas_in(parse)
        return bool(ideas & self.said_by) and not ideas & self.unless

    def _ideas_in(self, parse: Parse) -> FrozenSet[str]:
        text, language = str(parse.get("text", "")), str(parse.get("language", ""))
        return frozenset(self.ideas.found(text, language))


def marked(parse: Parse) -> Parse:
    """The parse with the hardship as a subject, once."""
    subject = {"entity": SUBJECT, "value": HARDSHIP}
    found = parse.get("entities") or []
    return parse if subject in found else {**parse, "entities": [*found, subject]}
