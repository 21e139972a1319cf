"""What goes in and out of the granting routes. Money in minor units, dates in ISO form."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.agreements.schemas import (
    ComparedFacts,
    CostFacts,
    PauseTerms,
    PaymentFacts,
    Reason,
    SettlementTerms,
    Terms,
)
from backend.staff.schemas import ClientOut, Named, Note

#: Who lets it be: the client's rules, the user's own limits, or somebody of another role.
Leave = Literal["rules", "limits", "role"]
State = Literal["ready", "waiting", "approved", "refused", "sent", "agreed", "undone", "over"]


class DeferralTerms(BaseModel):
    """To which day all is put off; without one, as far as may be."""

    model_config = ConfigDict(extra="forbid")

    until: date | None = None


class _Wish(BaseModel):
    """What is wished. `keep` is the schedule of the offer that is to be made; without it nothing is
    kept. `note` is why, for whoever has to approve it.
    """

    model_config = ConfigDict(extra="forbid")

    keep: Annotated[list[PaymentFacts], Field(max_length=1000)] | None = None
    note: Note = None


class PlanWish(_Wish):
    """A plan, or another course of the plan that runs."""

    kind: Literal["plan", "change"]
    terms: Terms = Terms()


class SettlementWish(_Wish):
    """A part for all."""

    kind: Literal["settlement"]
    terms: SettlementTerms = SettlementTerms()


class PauseWish(_Wish):
    """Skipping instalments of the plan that runs."""

    kind: Literal["pause"]
    terms: PauseTerms = PauseTerms()


class DeferralWish(_Wish):
    """Paying all of it later."""

    kind: Literal["deferral"]
    terms: DeferralTerms = DeferralTerms()


WishIn = Annotated[
    PlanWish | SettlementWish | PauseWish | DeferralWish, Field(discriminator="kind")
]


class GrantOffer(BaseModel):
    """What may be agreed; `id` is null while it is only being looked at.

    `words` are what the debtor is told, in the language of the conversation.
    """

    id: str | None = None
    kind: str
    instalment: int
    instalments: int
    total: int
    currency: str
    schedule: list[PaymentFacts]
    costs: CostFacts = CostFacts()
    compared: ComparedFacts | None = None
    forgiven: int = 0
    expires_at: datetime
    words: list[str] = []


class GrantAnswer(BaseModel):
    """What came of a wish, the nearest offer first; `needs_role` has to say yes to it first."""

    outcome: str
    kind: str
    offers: list[GrantOffer]
    reasons: list[Reason]
    granted_by: Leave | None = None
    needs_role: str | None = None


class GrantOut(BaseModel):
    """An offer that a person has made in a conversation, and where it stands."""

    id: str
    kind: str
    state: State
    instalment: int
    instalments: int
    total: int
    currency: str
    schedule: list[PaymentFacts]
    words: list[str]
    needs_role: str | None
    made_by: Named
    made_at: datetime
    note: str | None
    decided_by: Named | None
    decision_note: str | None


class ApprovalOut(BaseModel):
    """An offer that waits for a second person; `reasons` are the client's rules it goes beyond."""

    grant: GrantOut
    conversation: str
    client: ClientOut
    case: str
    debtor: str
    balance: int
    reasons: list[str]
    costs: CostFacts
    forgiven: int


class Approvals(BaseModel):
    """What waits for the user's yes, the longest waiting first."""

    items: list[ApprovalOut]


class Waiting(BaseModel):
    """The ids of the offers that wait for the user's yes, the longest waiting first."""

    offers: list[str]


class Decision(BaseModel):
    """What the second person says."""

    model_config = ConfigDict(extra="forbid")

    approved: bool
    note: Note = None
