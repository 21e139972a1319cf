"""Reads macros.yaml: what a press in the composer can do."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from backend.macros.hold_rules import hold_rules
from backend.staff.permissions import roles_that_may

_FILE = Path(__file__).with_name("macros.yaml")

Does = Literal["payment_details", "calculator", "hold", "lift", "note"]


def _somebody_may(permission: str) -> str:
    if not roles_that_may(permission):
        raise ValueError(f"no role has {permission}")
    return permission


def _may_be_set(reason: str) -> str:
    if reason not in hold_rules().reasons:
        raise ValueError(f"{reason} is no reason in holds.yaml")
    return reason


class Macro(BaseModel):
    """One thing that can be done; `reason` and `days` are what a rest is filled in with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    does: Does
    needs: Annotated[str, AfterValidator(_somebody_may)]
    reason: Annotated[str, AfterValidator(_may_be_set)] | None = None
    days: Annotated[int, Field(ge=1, le=366)] | None = None


@cache
def macros() -> Mapping[str, Macro]:
    """All of them by name, in their order."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Macro]).validate_python(content)
