"""What a phrase says by itself about the whole message: who owes, or what is asked to be seen.

Under age is under 18 in each of the countries. An age is read only where nothing else is counted.
"""

from __future__ import annotations

from typing import Callable, Optional

from .message import Message
from .phrases import Match
from .tokens import Token

SUBJECT = "subject"
UNDER_AGE = "under_age"
IDENTITY_THEFT = "identity_theft"
PAPERS = "papers"
#: Somebody else who is under age was named; that may be a child whose debt it is, or one to feed.
CHILD = "child"

_OF_AGE = 18
#: Nobody younger writes here; a smaller number counts something else.
_YOUNGEST = 10


def age(message: Message, match: Match) -> Optional[str]:
    """The person's own age, below 18."""
    return UNDER_AGE if _is_age(message, match, _YOUNGEST, _OF_AGE - 1) else None


def child(message: Message, match: Match) -> Optional[str]:
    """The age of a child, below 18."""
    return CHILD if _is_age(message, match, 1, _OF_AGE - 1) else None


def under_age(message: Message, match: Match) -> Optional[str]:
    """A limit that is not reached: 18, or one below."""
    return UNDER_AGE if _is_age(message, match, _YOUNGEST, _OF_AGE) else None


def minor(message: Message, match: Match) -> str:
    """The word for it."""
    return UNDER_AGE


def identity_theft(message: Message, match: Match) -> str:
    """Somebody has used the person's name."""
    return IDENTITY_THEFT


def papers(message: Message, match: Match) -> str:
    """The contract, the invoice, the specification."""
    return PAPERS


def _is_age(message: Message, match: Match, least: int, most: int) -> bool:
    number = next(slot for slot in match.slots if isinstance(slot, Token)).whole
    counted = message.lexicon.slots["unit"].get(message.text_at(match.last))
    return number is not None and least <= number <= most and counted in (None, "year")


SUBJECT_KINDS: dict[str, Callable[[Message, Match], Optional[str]]] = {
    "age": age,
    "child": child,
    "under_age": under_age,
    "minor": minor,
    "identity_theft": identity_theft,
    "papers": papers,
}
