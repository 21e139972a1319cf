"""The kinds of debtor and what people say, as their data files write them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

_HERE = Path(__file__).parent


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Goal(_Written):
    """What a debtor is after: how it shows, what is said for it, which buttons lead there."""

    shows: list[str] = []
    moves: list[str]
    buttons: list[str] = []
    needs_person: bool = False
    rule: str | None = None


class Kind(_Written):
    """A kind of debtor; kinds/README.md explains the keys."""

    name: str
    about: str
    goal: str
    case: str = "open"
    identified: bool = True
    needs_person: bool = False
    opens: list[str]
    then: list[str] = []
    corrects: list[str] = []
    interrupts: list[str] = []
    interrupts_chance: float = 0.4
    refuses: int = 0
    share: tuple[float, float] = (0.09, 0.3)
    presses: float = 0.5
    typos: float = 0.0
    joins: float = 0.0
    brief: bool = False
    switches: float = 0.0
    returns: list[str] = []
    shouts: float = 0.0

    @property
    def aim(self) -> str:
        """The goal that counts in the end: who comes back comes to change something."""
        return "change" if self.returns else self.goal


class Language(_Written):
    """How people write in one language."""

    language: str
    clients: list[str]
    units: dict[str, list[str]]
    hears: dict[str, str]
    says: dict[str, list[str]]
    phone: str


class Simulation(_Written):
    """What is the same for all kinds: simulation.yml."""

    goals: dict[str, Goal]
    patience: int = Field(gt=0)
    tries: int = Field(gt=0)
    aims: dict[str, float]


@cache
def simulation() -> Simulation:
    """The goals and the aims."""
    return Simulation.model_validate(_read(_HERE / "simulation.yml"))


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of debtor, by name."""
    files = sorted((_HERE / "kinds").glob("*.yml"))
    return tuple(Kind(name=file.stem, **_read(file)) for file in files)


@cache
def languages() -> dict[str, Language]:
    """What people say, by language."""
    read = [
        Language.model_validate(_read(file)) for file in sorted((_HERE / "phrases").glob("*.yml"))
    ]
    return {one.language: one for one in read}


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
