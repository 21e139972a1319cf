"""Care flags: what to be careful about, known by what was registered, told as a category."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from backend.cases.models import Hold
from backend.handoff.card.heard import Heard
from backend.handoff.card.schemas import CareFlag
from backend.handoff.models import Handoff

_FILE = Path(__file__).with_name("care.yaml")
_WORDS = Path(__file__).with_name("care_words.yaml")
_WORD = re.compile(r"[^\W\d_]+")
#: At the end of what is only the beginning of words.
_AND_ON = "*"


class CareSign(BaseModel):
    """By what a flag is known: any of these. See care.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    intents: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    unless_subjects: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    words: bool = False


def care_flags(
    heard: Sequence[Heard], holds: Sequence[Hold], handoffs: Sequence[Handoff]
) -> list[CareFlag]:
    """The flags in the order of care.yaml, each with the first moment that tells of it."""
    flags = []
    for kind, sign in _signs().items():
        moments = [
            *_heard(kind, sign, heard),
            *(hold.created_at for hold in holds if hold.reason in sign.holds),
            *(one.created_at for one in handoffs if one.reason in sign.reasons),
        ]
        if moments:
            flags.append(CareFlag(kind=kind, since=min(moments)))
    return flags


def _heard(kind: str, sign: CareSign, heard: Sequence[Heard]) -> Iterator[datetime]:
    for one in heard:
        subjects = {str(found["value"]) for found in one.entities if found["entity"] == "subject"}
        meant = one.intent in sign.intents and not subjects & sign.unless_subjects
        if not meant and not subjects & sign.subjects:
            continue
        if not sign.words or _has_a_word(one.text, kind):
            yield one.at


def _has_a_word(text: str, kind: str) -> bool:
    """Whether a word of the text is one of the kind's, or begins as one, in any language."""
    words = _WORD.findall(text.casefold())
    whole, beginnings = _words()[kind]
    return any(word in whole or word.startswith(beginnings) for word in words)


@cache
def _signs() -> Mapping[str, CareSign]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, CareSign]).validate_python(content)


@cache
def _words() -> Mapping[str, tuple[frozenset[str], tuple[str, ...]]]:
    """By kind, whole words and the beginnings of words, in all languages."""
    content = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    found = {}
    for kind, spoken in (
        TypeAdapter(dict[str, dict[str, list[str]]]).validate_python(content).items()
    ):
        written = [word for words in spoken.values() for word in words]
        whole = frozenset(word for word in written if not word.endswith(_AND_ON))
        beginnings = tuple(word.rstrip(_AND_ON) for word in written if word.endswith(_AND_ON))
        found[kind] = (whole, beginnings)
    return found
