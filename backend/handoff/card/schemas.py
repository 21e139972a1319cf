"""The card as the console gets it. Amounts are in minor units of the currency beside them.

Words of ours are codes, which the console names in the agent's language; a client's rules come as
sentences in that language. Nothing is in it that was not said, stored or reckoned.
"""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from backend.handoff.kinds import HandoffKind


class Who(BaseModel):
    """Who it is. Of a stranger only `channel`, and a `phone` that was given, are known.

    `identified_by` is how it was shown, and `identified_meanwhile` whether that was after the
    conversation had begun.
    """

    identified_by: str | None
    identified_meanwhile: bool
    name: str | None
    kind: str | None
    channel: str
    phone: str | None
    only_in_writing: bool


class Spoken(BaseModel):
    """In which language the person writes, and whether plainer words were asked for."""

    language: str
    plain: bool


class CaseInShort(BaseModel):
    """One of the debtor's cases with what is owed today; null where that cannot be stated.

    `here` is the one that the conversation is about.
    """

    reference: str
    here: bool
    status: str
    balance: int | None
    currency: str


class Also(BaseModel):
    """Something else that a person still has to do in the same conversation."""

    reason: str
    kind: HandoffKind
    at: datetime
    promised_at: datetime | None


class ClientRule(BaseModel):
    """The client's own rule that called for a person: which claims and words, which meanings, and why."""

    text: str
    intents: list[str]
    why: str | None


class Why(BaseModel):
    """Why a person is needed; `rule` is the client's own, where one called for it.

    `wish` is what the debtor wrote then. Outside the hours `promised_at` is by when one answers.
    """

    reason: str
    rule: ClientRule | None
    at: datetime
    wish: str
    promised_at: datetime | None
    also: list[Also]


class Asked(BaseModel):
    """What the debtor wanted, as it was understood, with the values that were named with it."""

    at: datetime
    intent: str
    values: list[dict[str, Any]]


class Shown(BaseModel):
    """The offer that was shown: so many payments, of so much each, the first on `first_due`."""

    instalments: int
    instalment: int
    total: int
    currency: str
    first_due: date | None


class Refused(BaseModel):
    """A rule of the client's that the proposal broke, in words."""

    rule: str
    text: str


class Proposal(BaseModel):
    """What the debtor proposed: its terms as in the case API, what came of it, and what was shown."""

    at: datetime
    case: str
    kind: str
    terms: dict[str, Any]
    outcome: str
    refused_by: list[Refused]
    shown: Shown | None


class PlanInShort(BaseModel):
    """A plan that was agreed; `left` payments are not paid, the first of them on `next_due`."""

    id: str
    kind: str
    status: str
    instalment: int
    instalments: int
    total: int
    currency: str
    left: int
    next_due: date | None
    next_amount: int | None


class Resting(BaseModel):
    """The case rests for a reason, until a day or until a person lifts it."""

    reason: str
    until: date | None


class Agreed(BaseModel):
    """What holds already: a plan, a later day, and why the case rests, such as a promised payment."""

    plan: PlanInShort | None
    deferred_until: date | None
    rests: list[Resting]


class CareFlag(BaseModel):
    """Something to be careful about, as a category and no more, and since when it is known."""

    kind: str
    since: datetime


class Mood(BaseModel):
    """How the person seems by what was said; null on the card where nothing tells."""

    sign: str
    at: datetime
    times: int


class Flow(BaseModel):
    """What was going on, and for which answer the assistant waited, if for one."""

    doing: str
    waits_for: str | None


class Step(BaseModel):
    """Something that the rules allow now; only the numbers that belong to it are set.

    `by_hand` is true where not the assistant may agree it, but whoever reads the card.
    """

    step: str
    by_hand: bool = False
    amount: int | None = None
    instalments: int | None = None
    until: date | None = None
    currency: str | None = None


class Steps(BaseModel):
    """What can be done next, and which rule says that the rest is for a person to decide."""

    allowed: list[Step]
    barred_by: list[Refused]


class Card(BaseModel):
    """All that a person needs to go on without asking again."""

    who: Who
    spoken: Spoken
    cases: list[CaseInShort]
    why: Why
    asked: list[Asked]
    not_understood: int
    proposals: list[Proposal]
    agreed: Agreed
    care: list[CareFlag]
    mood: Mood | None
    flow: Flow
    steps: Steps
