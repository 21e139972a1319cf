"""How the texts of each language stand: how many, how hard, how long, and what is found in them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.designing.finding import Finding
from backend.designing.heard import PAGE, Heard, heard
from backend.designing.project import Project
from backend.designing.readability import Reading, read
from backend.designing.samples import said
from backend.designing.texts import Wording, limits

#: What a message is too short for to have a LIX of its own.
_UNKNOWN = 0.0


@dataclass(frozen=True)
class LanguageTone:
    """The texts that people in debt read in one language. LIX is compared within a language only."""

    language: str
    messages: int
    reading: Reading
    most: int
    hardest: tuple[tuple[str, float], ...]
    longest: tuple[str, int]
    found: Counter[str]


def tone_report(folder: Path, findings: Iterable[Finding]) -> Iterator[LanguageTone]:
    """A line for each language that has texts and a limit, with its three hardest messages."""
    all_heard = [one for one in heard(Project(folder)) if one.form != PAGE]
    told = list(findings)
    for language in dict.fromkeys(one.language for one in all_heard):
        mine = [one for one in all_heard if one.language == language]
        pairs = [(one, wording) for one in mine for wording in one.wordings]
        reading = read((wording.text for _, wording in pairs), _nouns(mine))
        if reading is None or language not in limits()["readability"]:
            continue
        by_lix = [(wording.name, _lix(one, wording)) for one, wording in pairs]
        by_lix.sort(key=lambda named: -named[1])
        lengths = [
            (wording.name, len(said(wording.text, one.catalogue)))
            for one, wording in pairs
            if one.is_chat
        ]
        files = {one.file for one in mine}
        yield LanguageTone(
            language=language,
            messages=len(pairs),
            reading=reading,
            most=limits()["readability"][language]["hardest"],
            hardest=tuple(by_lix[:3]),
            longest=max(lengths, key=lambda named: named[1]),
            found=Counter(one.kind for one in told if one.file in files),
        )


def _nouns(mine: Iterable[Heard]) -> dict[str, object]:
    return {noun: forms for one in mine for noun, forms in one.nouns.items()}


def _lix(one: Heard, wording: Wording) -> float:
    reading = read([wording.text], one.nouns)
    long_enough = reading is not None and reading.words >= limits()["readability"]["shortest"]
    return reading.lix if reading is not None and long_enough else _UNKNOWN
