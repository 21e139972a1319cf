"""Conversations as stories/tests/README.md describes them, read from their files."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FOLDER = Path(__file__).parents[2] / "stories" / "tests"

Pattern = Literal[
    "straight",
    "digression",
    "correction",
    "breaking_off",
    "repeating",
    "clarification",
    "two_wishes",
    "asked_once",
    "language",
    "care",
    "already_paid",
    "trust",
]
Flow = Literal[
    "questions",
    "paying",
    "plan",
    "running_plan",
    "deferral",
    "settlement",
    "dispute",
    "trouble",
    "callback",
    "person",
]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Step(_Written):
    """One thing the debtor does, and what is heard then."""

    you: str | None = None
    press: str | None = None
    hear: list[str]
    has: list[str] = []
    hides: list[str] = []
    cards: list[str] | None = None
    offers: list[str] = []
    language: str | None = Field(None, alias="in")

    @model_validator(mode="after")
    def _does_one_thing(self) -> "Step":
        if (self.you is None) == (self.press is None):
            raise ValueError("a step has either `you` or `press`")
        return self


class PlanAtTheEnd(_Written):
    """Money in minor units; what is left out may be anything."""

    instalment: int | None = None
    instalments: int | None = None
    total: int | None = None


class Ending(_Written):
    """What stands in the case and the conversation when all has been said."""

    plan: PlanAtTheEnd | Literal["none"] | None = None
    status: str | None = None
    held_for: str | None = None
    deferred: bool | None = None
    mode: str = "bot"


class Conversation(_Written):
    """One conversation from its greeting on; a `stranger` is not identified."""

    title: str
    pattern: Pattern
    flow: Flow
    case: str
    stranger: bool = False
    says: list[Step]
    then: Ending = Ending()
    language: str
    client: str
    subject: str

    def __str__(self) -> str:
        return f"{self.language}/{self.subject}: {self.title}"


def languages() -> list[str]:
    """Each language that has conversations."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def conversations(language: str | None = None) -> list[Conversation]:
    """All that are written, or those of one language."""
    wanted = [language] if language else languages()
    return [one for name in wanted for one in _of_language(name)]


def _of_language(language: str) -> list[Conversation]:
    found = []
    for path in sorted((FOLDER / language).glob("*.yml")):
        content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        usual = {name: content[name] for name in ("client", "case")}
        about = {**usual, "language": language, "subject": path.stem}
        found += [Conversation(**{**about, **one}) for one in content["conversations"]]
    return found
