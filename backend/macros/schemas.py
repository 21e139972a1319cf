"""What goes in and out of the routes of macros and holds."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from backend.macros.available import Does
from backend.macros.hold_rules import hold_rules

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Why = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


def _known(reason: str) -> str:
    if reason not in hold_rules().reasons:
        raise ValueError(f"one of {', '.join(hold_rules().reasons)}")
    return reason


class MacroOut(BaseModel):
    """Something that the user may do; `title` is in the user's language."""

    name: str
    title: str
    does: Does
    reason: str | None
    until: date | None


class ReasonOut(BaseModel):
    """A reason for which the user may let the case rest, and until when it would, by the rules.

    `until` is null where it rests until a person ends it.
    """

    reason: str
    until: date | None
    note: Literal["needed", "welcome", "none"]


class HeldOut(BaseModel):
    """A rest of the case. `lifted_by` are the roles that may end it, `mine` says that the user may."""

    id: str
    reason: str
    until: date | None
    placed_at: datetime
    lifted_by: list[str]
    mine: bool


class Macros(BaseModel):
    """What may be done in the conversation; without a case that is known, little."""

    macros: list[MacroOut]
    reasons: list[ReasonOut]
    holds: list[HeldOut]


class SayIn(BaseModel):
    """Something is to be said. `id` makes it harmless to ask again."""

    id: Id


class HoldIn(BaseModel):
    """The case is to rest; without `until` as long as the rules say. `id` as above."""

    id: Id
    reason: Annotated[str, AfterValidator(_known)]
    until: date | None = None
    why: Why = ""


class LiftIn(BaseModel):
    """Why a rest ends."""

    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
