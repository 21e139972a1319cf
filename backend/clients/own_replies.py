"""A client's own canned replies for agents: the `replies:` section of its data file."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from pydantic import Field

from backend.clients.written import Location
from backend.plans.reading import DataModel

#: Data of the package that fills replies in, which knows clients and is not known here.
_REPLIES = Path(__file__).parent.parent / "replies"


class OwnReply(DataModel):
    """A reply by language; `title` is what agents pick it by, and may be left out for the house's."""

    title: dict[str, str] = {}
    text: dict[str, str] = Field(min_length=1)


def reply_faults(
    replies: Mapping[str, OwnReply | None], languages: tuple[str, ...]
) -> Iterator[tuple[Location, str, str]]:
    """Where a reply is wrong, what is wrong with it, and its cure."""
    for name, reply in replies.items():
        place: Location = ("replies", name)
        if name not in _house() and (reply is None or languages[0] not in reply.title):
            cure = f"write what agents pick it by, in {languages[0]} at least, or a name of the house's"
            yield place, "has no title, and the house has no such reply", cure
        if reply is None:
            continue
        for written, texts in (("title", reply.title), ("text", reply.text)):
            for language, text in texts.items():
                at: Location = (*place, written, language)
                if language not in languages:
                    cure = "add it to `languages`, or leave it out here"
                    yield at, "is not one of the client's languages", cure
                for wrong, cure in _text_faults(text, with_values=written == "text"):
                    yield at, wrong, cure


def _text_faults(text: str, *, with_values: bool) -> Iterator[tuple[str, str]]:
    if "!" in text:
        yield "has '!' in it", "leave it out: the voice is calm and plain"
    try:
        parts = [
            (name, way or "") for _, name, way, _ in Formatter().parse(text) if name is not None
        ]
    except ValueError:
        yield "has a brace without its partner", "write a value as {total:money}"
        return
    values = _values() if with_values else {}
    for name, way in parts:
        known = values.get(name)
        if known is None:
            yield f"has {{{name}}} in it", f"values are {', '.join(values) or 'for texts only'}"
        elif way not in (known or [""]):
            shown = ", ".join(f"{{{name}:{one}}}" for one in known) or f"{{{name}}}"
            yield f"has {{{name}:{way}}} in it", f"write {shown}"


@cache
def _house() -> frozenset[str]:
    return frozenset(_read("replies.yaml"))


@cache
def _values() -> Mapping[str, list[str]]:
    """The values by name, each with the ways in which it can be written; none: as it is."""
    found: Mapping[str, list[str]] = _read("values.yaml")
    return found


def _read(file: str) -> Any:
    return yaml.safe_load((_REPLIES / file).read_text(encoding="utf-8"))
