"""Reads holds.yaml: who may set and end the rests of a case, and what holds meanwhile."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.staff.permissions import roles_that_may

_FILE = Path(__file__).with_name("holds.yaml")


class HoldRule(BaseModel):
    """What holds at the desk for one reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lifted_by: tuple[str, ...] = Field(min_length=1)
    note: Literal["needed", "welcome", "none"]
    pays: bool

    @model_validator(mode="after")
    def _roles_have_the_permission(self) -> "HoldRule":
        if without := set(self.lifted_by) - roles_that_may("hold.lift"):
            raise ValueError(f"{sorted(without)} may lift nothing: roles.yaml, hold.lift")
        return self


class HoldRules(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    otherwise: HoldRule
    reasons: dict[str, HoldRule]

    def of(self, reason: str) -> HoldRule:
        """The rule for a reason, which may be one that only the case system knows."""
        return self.reasons.get(reason, self.otherwise)


@cache
def hold_rules() -> HoldRules:
    """The rules, read once a process."""
    return HoldRules.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
