"""How the person seems: no guess at feelings, but what was said and how often it went wrong."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from backend.handoff.card.heard import Heard
from backend.handoff.card.schemas import Mood

_FILE = Path(__file__).with_name("mood.yaml")


class MoodSign(BaseModel):
    """By what a mood is known. See mood.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sign: str
    intents: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    missed: int = 0


def mood_of(heard: Sequence[Heard]) -> Mood | None:
    """The strongest sign that there is, with the last moment of it and how often it came."""
    for sign in _signs():
        moments = [one.at for one in heard if _is_said(one, sign)]
        missed = sorted({one.at for one in heard if one.missed})
        if sign.missed and len(missed) >= sign.missed:
            moments = missed
        if moments:
            return Mood(sign=sign.sign, at=max(moments), times=len(set(moments)))
    return None


def _is_said(one: Heard, sign: MoodSign) -> bool:
    subjects = {str(found["value"]) for found in one.entities if found["entity"] == "subject"}
    return one.intent in sign.intents or bool(subjects & sign.subjects)


@cache
def _signs() -> tuple[MoodSign, ...]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[MoodSign, ...]).validate_python(content)
