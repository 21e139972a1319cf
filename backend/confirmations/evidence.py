"""What was kept with a plan when it was agreed, as far as the confirmation tells it.

Its shape is that of `AgreedPlan.evidence`; whatever else is in it is not read. A plan from before
evidence was kept has none, and then nothing is made up in its place.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from backend.confirmations.document import Words


class Kept(BaseModel):
    """A part of the evidence."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class KeptCosts(Kept):
    """What the plan costs besides what was owed, in minor units."""

    fee: int = 0
    notices: int = 0
    interest: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.fee + self.notices + self.interest


class KeptNotice(Kept):
    """What was said about limitation: the years of the new period. `code` tells what it is about."""

    code: str
    years: int


class KeptOffer(Kept):
    """What was told of the plan besides its payments.

    After `ends_after_days` days without an instalment the plan ends; None when a person ends it.
    """

    costs: KeptCosts = KeptCosts()
    interest: Literal["none", "frozen", "runs"] = "none"
    forgiven: int = 0
    ends_after_days: int | None = None
    undo_until: date | None = None
    notices: tuple[KeptNotice, ...] = ()


class KeptParts(Kept):
    """What was owed, by kind, in minor units."""

    principal: int = 0
    interest: int = 0
    fee: int = 0
    cost: int = 0


class KeptClaim(Kept):
    """The claim as it was when the plan was offered."""

    parts: KeptParts | None = None


class KeptWords(Kept):
    """What was said before the yes."""

    language: str
    lines: tuple[str, ...]


class Evidence(Kept):
    """All that is told of it."""

    claim: KeptClaim = KeptClaim()
    offer: KeptOffer
    shown: KeptWords | None = None

    @property
    def words(self) -> Words | None:
        """What was read before the yes, when it was kept."""
        shown = self.shown
        return Words(shown.language, shown.lines) if shown and shown.lines else None


def read_evidence(kept: Mapping[str, Any] | None) -> Evidence | None:
    """The evidence of a plan; None for one from before it was kept."""
    return Evidence.model_validate(kept) if kept else None
