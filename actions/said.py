"""What the assistant said last: which texts, with which values, cards and buttons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from actions.case_api import Json

#: Said before an answer that is said again; to say it twice would be about nothing.
LEADS = ("language_changed", "plain_on", "plain_off")
#: What stands beside the values of a text, and is none of them.
_BESIDE = {"utter_action", "unset", "said_in", "language", "model_id", "assistant_id"}


@dataclass(frozen=True)
class Said:
    """A text by its name, with the values and the language that it was said in, and its card."""

    text: str
    values: Json
    card: Json | None
    language: str | None = None


def last_answer(events: Iterable[Json]) -> list[Said]:
    """All that was said in the last turn in which anything was said, in its order."""
    said: list[Said] = []
    for event in reversed(list(events)):
        if event["event"] == "bot":
            said += _texts(event)
        elif event["event"] == "user" and said:
            break
    return said[::-1]


def ended_so(events: Iterable[Json]) -> int:
    """How many answers in a row ended in the same text, or in what it is called when it comes back."""
    ends: list[str] = []
    told = False
    for event in reversed(list(events)):
        if event["event"] == "user":
            told = False
        elif event["event"] == "bot" and not told:
            found = [said.text for said in _texts(event)]
            if not found:
                continue
            ends.append(_question(found[-1]))
            told = True
            if ends[-1] != ends[0]:
                return len(ends) - 1
    return len(ends)


def _question(text: str) -> str:
    return text.removesuffix("_back").removesuffix("_again")


def _texts(event: Json) -> Iterator[Said]:
    kept: dict[str, Any] = event.get("metadata") or {}
    text = kept.get("utter_action")
    if text is None or text in LEADS:
        return
    values = {name: value for name, value in kept.items() if name not in _BESIDE}
    custom = (event.get("data") or {}).get("custom") or {}
    values |= kept.get("unset", {})
    yield Said(text, values, custom.get("card"), kept.get("said_in"))
