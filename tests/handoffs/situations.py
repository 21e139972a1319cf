"""The hand-overs that are played, what is said in them, and the facts that are looked for."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

_HERE = Path(__file__).parent
#: The client whose debtors speak a language; English is spoken with all of them in turn.
CLIENTS = {
    "sv": ["se-energi"],
    "nb": ["no-mobil"],
    "da": ["dk-fitness"],
    "fi": ["fi-kauppa"],
    "is": ["is-tryggingar"],
}
CLIENTS["en"] = [client for clients in CLIENTS.values() for client in clients]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Situation(_Written):
    """One script; see situations.yml."""

    name: str
    cases: list[int]
    identified: Literal["start", "meanwhile", "never"] = "start"
    moves: list[str]
    reason: str
    rule: int | None = None
    led_by: str
    care: list[str] = []
    mood: str | None = None
    flow: str
    waits_for: str | None = None
    plain: bool = False
    days_ago: int = 0
    client: str | None = None
    languages: list[str] | None = None


class Fact(_Written):
    """One of the twenty."""

    what: str = Field(alias="is")
    asked_of: str


@cache
def situations() -> tuple[Situation, ...]:
    """All scripts, in their order."""
    return TypeAdapter(tuple[Situation, ...]).validate_python(_read("situations.yml"))


@cache
def facts() -> dict[str, Fact]:
    """The twenty facts by their names."""
    return TypeAdapter(dict[str, Fact]).validate_python(_read("facts.yml"))


@cache
def meanings() -> dict[str, list[str]]:
    """What each move is to be understood as."""
    return TypeAdapter(dict[str, list[str]]).validate_python(_read("moves.yml"))


@cache
def says(language: str) -> dict[str, list[str]]:
    """The ways to say each move."""
    return TypeAdapter(dict[str, list[str]]).validate_python(_read(f"says/{language}.yml"))


def _read(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
