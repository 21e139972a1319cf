"""What is wrong with a client's file: the file, the line, the value, and what to write instead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from backend.clients.model_keys import keys_at
from backend.clients.written import Location, Written
from backend.plans import DataError

_WORDS = Path(__file__).with_name("faults.yaml")
_UNKNOWN = "extra_forbidden"
_SAID = "fault"


def wrong(says: str) -> PydanticCustomError:
    """The error that a validator of a client's file raises; `says` goes on after the value."""
    return PydanticCustomError(_SAID, "{says}", {"says": says})


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `says` is a sentence with its cure; `value` is what is written."""

    file: str
    line: int
    value: str
    says: str

    @property
    def client(self) -> str:
        """The id of the client whose file it is."""
        return Path(self.file).stem

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.says}"


class ClientFilesWrong(DataError):
    """Some of the clients' files cannot be used; the text has a line for each fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Finder:
    """Makes the faults of one file."""

    file: str
    written: Written

    def fault(self, location: Location, wrong: str, cure: str | None = None) -> Fault:
        """A fault at `location`; without a `cure` of its own it has the key's from faults.yaml."""
        shown = _shown(location, self.written.value(location))
        says = f"{shown} {wrong}" if shown else wrong
        cure = cure or _cure(location)
        line = self.written.line(location)
        return Fault(self.file, line, _bare(shown), f"{says}; {cure}" if cure else says)

    def of_reading(self, error: ValidationError, kind: Any, at: Location = ()) -> Iterator[Fault]:
        """The faults that reading the part `at` of the file as `kind` has found."""
        for found in _told(error):
            # What pydantic adds for a key of a free section is not a step into the file.
            inside = [step for step in found["loc"] if step != "[key]"]
            location = [*at, *inside]
            if found["type"] == _UNKNOWN:
                yield self._unknown_key(location, keys_at(kind, inside[:-1]))
            else:
                yield self.fault(location, _wrong(found))

    def _unknown_key(self, location: Location, known: Sequence[str]) -> Fault:
        key = str(location[-1])
        near = get_close_matches(key, known, n=1, cutoff=0.5)
        cure = f"the nearest known key is `{near[0]}`" if near else f"known are {', '.join(known)}"
        elsewhere: str = words()["elsewhere"].get(key, cure)
        return self.fault(location, words()["wrong"][_UNKNOWN], elsewhere)


@cache
def words() -> Mapping[str, Any]:
    """The sentences, from faults.yaml."""
    found: Mapping[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return found


def _told(error: ValidationError) -> Iterator[ErrorDetails]:
    """The errors, but for a list that is short only because what stands in it is wrong."""
    every = error.errors(include_url=False, include_input=False)
    for found in every:
        length = len(found["loc"])
        inside = (one["loc"] for one in every if len(one["loc"]) > length)
        if found["type"] != "too_short" or found["loc"] not in (loc[:length] for loc in inside):
            yield found


def _wrong(found: ErrorDetails) -> str:
    if found["type"] == "value_error":
        return f"is wrong: {found['ctx']['error']}"
    known: str = words()["wrong"].get(found["type"], found["msg"])
    return known.format_map(found.get("ctx", {}))


def _cure(location: Location) -> str | None:
    """The cure of the key, or of the nearest section around it that has one."""
    names = [str(step) for step in location if not isinstance(step, int)]
    for length in range(len(names), 0, -1):
        for path in _paths(names[:length]):
            cure: str | None = words()["cures"].get(".".join(path))
            if cure is not None:
                return cure
    return None


def _paths(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Where the cure of a key may stand: at its own place, or where another section has the same."""
    yield names
    for section, other in words()["alike"].items():
        parts = section.split(".")
        beginning = names[: len(parts)]
        fits = all(part in ("*", name) for part, name in zip(parts, beginning, strict=False))
        if fits and len(names) > len(parts):
            yield [other, *names[len(parts) :]]


def _shown(location: Location, value: str | None) -> str:
    """The key as it stands in the file, from the innermost list on: `instalments: at_most: 0`."""
    inner = list(location)
    while inner and isinstance(inner[-1], int):
        inner.pop()
    numbers = [place for place, step in enumerate(inner) if isinstance(step, int)]
    names = [str(step) for step in inner[numbers[-1] + 1 if numbers else 0 :]]
    return f"`{': '.join([*names, *([value] if value else [])])}`" if names else ""


def _bare(shown: str) -> str:
    return shown.strip("`")
