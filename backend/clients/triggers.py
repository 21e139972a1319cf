"""What a client wants a person for, whatever the rules for plans would allow: the `hand_over:` section."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Self

import yaml
from pydantic import AfterValidator, Field, model_validator

from backend.clients.faults import wrong
from backend.plans import Claim
from backend.plans.reading import DataModel
from backend.plans.rules.when import When
from backend.texts import known_languages

_CONTRACT = Path(__file__).parents[2] / "nlu_data" / "contract.yml"
#: A shorter word would be in every second message.
_FEWEST_LETTERS = 4
_WORD = re.compile(r"[^\W_]+")


@cache
def known_intents() -> frozenset[str]:
    """What a message can mean, from the contract of the training data."""
    subjects: dict[str, Any] = yaml.safe_load(_CONTRACT.read_text(encoding="utf-8"))
    return frozenset(intent for intents in subjects.values() for intent in intents)


def _understood(intent: str) -> str:
    if intent not in known_intents():
        raise wrong("is nothing that a message can mean; nlu_data/contract.yml has what can")
    return intent


def _long_enough(word: str) -> str:
    if len(word) < _FEWEST_LETTERS or not _WORD.search(word):
        raise wrong(f"is no word of at least {_FEWEST_LETTERS} letters")
    return word


def _spoken(code: str) -> str:
    if code not in known_languages():
        raise wrong(f"is a language without texts; there are {', '.join(known_languages())}")
    return code


Language = Annotated[str, AfterValidator(_spoken)]
Intents = Annotated[tuple[Annotated[str, AfterValidator(_understood)], ...], Field(min_length=1)]
Words = Annotated[tuple[Annotated[str, AfterValidator(_long_enough)], ...], Field(min_length=1)]


class Occasion(When):
    """Which claims, as a band's `when`, and what is said of them: all that is named has to be so.

    `intents` are what the message means, `words` what is in it, by language: with one of them.
    """

    intents: Intents | None = None
    words: dict[Language, Words] | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not self.model_fields_set:
            raise wrong("names nothing, so that everybody would be handed over at once")
        return self

    @property
    def is_about_the_claim(self) -> bool:
        """Whether it can only be told of a case that is known."""
        return self.claims != When()

    @property
    def claims(self) -> When:
        """Which claims it is for."""
        return When(**{name: getattr(self, name) for name in When.model_fields})

    def may_be(self, claim: Claim | None, text: str) -> bool:
        """Whether the claim and the words of a message are such; the meaning is not looked at.

        `claim` is None of somebody who is not identified, and where its sum is not known.
        """
        if self.is_about_the_claim and (claim is None or not self.fits(claim)):
            return False
        return self.words is None or any(_says(text, words) for words in self.words.values())


class Trigger(DataModel):
    """One occasion on which a person takes over; `why` is for the people who read the file."""

    when: Occasion
    why: str | None = None


class Triggers(DataModel):
    """All of a client's, in the order of the file."""

    hand_over: tuple[Trigger, ...]


def _says(text: str, words: Sequence[str]) -> bool:
    """Whether a word or a phrase stands in the text, whole."""
    said = f" {' '.join(_WORD.findall(text.casefold()))} "
    return any(f" {' '.join(_WORD.findall(word.casefold()))} " in said for word in words)
