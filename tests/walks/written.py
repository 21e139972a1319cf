"""Conversations that are written down as data: what is said, and what has to come of it."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

_FOLDER = Path(__file__).parent / "conversations"


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Line(_Written):
    """What the debtor writes, and what its answer holds; w1_settling.yml explains the keys."""

    line: str
    cards: list[str]
    owed: int | None = None
    texts: list[str] = []
    live_buttons: bool = False
    language_after: str | None = Field(None, alias="in")


class ExpectedPlan(_Written):
    """The plan at the end; money in minor units."""

    instalment: int
    instalments: int
    last: int
    total: int
    currency: str
    first: date
    reference: str


class Talk(_Written):
    """One conversation about a case, from its greeting on."""

    language: str
    then: str | None = None
    client: str
    case: str
    says: list[Line]

    def __str__(self) -> str:
        return f"{self.language}-{self.then}" if self.then else self.language


class Walk(Talk):
    """One conversation from its greeting to an agreed plan."""

    plan: ExpectedPlan


class Share(_Written):
    """What of a plan over several cases is paid to one of them, in minor units."""

    case: str
    total: int
    reference: str


class JointWalk(Talk):
    """One conversation from its greeting to a plan over several cases."""

    shares: list[Share]


def joint_walks(name: str) -> list[JointWalk]:
    """The walks of a file that end in a plan over several cases."""
    return TypeAdapter(list[JointWalk]).validate_python(read(name))


def walks(name: str) -> list[Walk]:
    """The walks of a file."""
    return TypeAdapter(list[Walk]).validate_python(read(name))


def talks(name: str) -> list[Talk]:
    """The conversations of a file that end in no plan."""
    return TypeAdapter(list[Talk]).validate_python(read(name))


def read(name: str) -> Any:
    """The content of a file."""
    return yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
