"""Terms in, offers and plans out. Money in minor units, dates in ISO form."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Terms(BaseModel):
    """What the debtor wishes; each of them may be missing. See backend.plans.Proposal."""

    model_config = ConfigDict(extra="forbid")

    amount: int | None = None
    instalments: int | None = None
    duration_months: int | None = None
    end_date: date | None = None
    first_date: date | None = None
    day_of_month: int | None = None
    rhythm: str | None = None
    down_payment: int | None = None


class SettlementTerms(BaseModel):
    """What the debtor would pay for all, and by when. See backend.plans.SettlementWish."""

    model_config = ConfigDict(extra="forbid")

    amount: Annotated[int, Field(strict=True, gt=0)] | None = None
    by: date | None = None


class PauseTerms(BaseModel):
    """How many instalments to skip, and from when on. See backend.plans.PauseWish."""

    model_config = ConfigDict(extra="forbid")

    instalments: Annotated[int, Field(strict=True, ge=1, le=12)] = 1
    since: date | None = None


class PaymentFacts(BaseModel):
    """One payment of an offered plan."""

    due: date
    amount: int


class PlanPaymentFacts(PaymentFacts):
    """One payment of an agreed plan; `paid_amount` of it has come in."""

    paid: bool
    paid_amount: int = 0


class CostFacts(BaseModel):
    """What a plan costs besides the balance."""

    fee: int = 0
    notices: int = 0
    interest: int = 0


class ComparedFacts(BaseModel):
    """Three totals: paying today, the plan, and waiting until its last day.

    `waiting` is null when a rate up to then is not known, from the day `unknown_from` on;
    `legal_step` is what the law says that the next legal step adds, null when that is not known.
    """

    today: int
    plan: int
    waiting: int | None
    waiting_until: date
    unknown_from: date | None = None
    legal_step: int | None = None


class Notice(BaseModel):
    """A sentence that has to be said before a yes; `until` is the day that the law leads to.

    `case` where the offer is over several cases and it holds for that one alone.
    `perhaps` is how many years it may be instead of `years`, where that is open.
    """

    code: str
    years: int
    until: date
    perhaps: int | None = None
    text: str = ""
    case: str | None = None


class OfferDetail(BaseModel):
    """What is told of an offer besides its payments, and stored with it.

    `balance` is what was owed when it was made. `interest` is "none" where no interest runs,
    "frozen" while the plan is kept, or "runs". `skipped` are the due dates that a pause leaves out,
    and `joint_instalment` is what is paid each time in the plan over several cases.
    """

    balance: int
    costs: CostFacts = CostFacts()
    compared: ComparedFacts
    interest: str = "none"
    forgiven: int = 0
    pay_day: int | None = None
    rhythm: str = "monthly"
    ends_after_days: int | None = None
    undo_until: date | None = None
    notices: list[Notice] = []
    skipped: list[date] = []
    joint_instalment: int | None = None


class PartFacts(BaseModel):
    """What of a payment goes to a case."""

    case: str
    amount: int


class JointPaymentFacts(PaymentFacts):
    """One payment of a plan over several cases: a payment to each of them, on the same day."""

    parts: list[PartFacts]


class ShareFacts(BaseModel):
    """A case's own part of a plan over several, and how it is paid."""

    case: str
    total: int
    instalments: int
    first_due: date
    last_due: date
    costs: CostFacts
    reference: str
    account: str
    account_label: str
    payee: str


class JointFacts(BaseModel):
    """A plan over several cases as a whole; the shares in the order in which they are paid."""

    id: str
    instalment: int
    instalments: int
    total: int
    costs: CostFacts
    schedule: list[JointPaymentFacts]
    shares: list[ShareFacts]


class OfferFacts(OfferDetail):
    """A plan that may be accepted, once somebody of `needs_role` has approved it.

    One with `joint` is over several cases, and all else that is told is of the whole.
    """

    id: str
    kind: str
    instalment: int
    instalments: int
    total: int
    currency: str
    schedule: list[PaymentFacts]
    first_due: date
    last_amount: int
    expires_at: datetime
    needs_role: str | None = None
    joint: JointFacts | None = None


class Reason(BaseModel):
    """A rule that the wish broke, in the units of backend.plans.Rule, or the rule of a referral."""

    rule: str
    text: str
    limit: int | str | None = None
    wished: int | str | None = None
    least: int | None = None


class LeftOut(BaseModel):
    """A case that is no part of a plan over several, and the rule why."""

    case: str
    rule: str
    text: str


class OffersFacts(BaseModel):
    """What came of a wish, the nearest offer first; what a plan over several cases leaves out."""

    outcome: str
    kind: str
    offers: list[OfferFacts]
    reasons: list[Reason]
    left_out: list[LeftOut] = []


class Possible(BaseModel):
    """What may be asked for of a plan that runs without a person."""

    pause: bool
    change: bool
    undo: bool


class PlanFacts(BaseModel):
    """An agreed plan. `left` payments are not yet paid; `next` is the first, while the plan runs.

    `joint` is the plan over several cases of which it is this case's part, as it was agreed.
    `earlier_fee` was booked for the plans whose place it took, and is owed with the rest; it is not
    among its own `costs`. After `ends_after_days` without an instalment it ends; null where only a
    person ends it.
    """

    id: str
    case: str
    status: str
    instalment: int
    instalments: int
    total: int
    currency: str
    schedule: list[PlanPaymentFacts]
    reference: str
    account: str
    account_label: str
    payee: str
    agreed_at: datetime
    next: PaymentFacts | None
    left: int
    kind: str
    costs: CostFacts
    forgiven: int
    rules_version: str | None
    undo_until: date | None
    replaces: str | None
    can: Possible
    joint: JointFacts | None = None
    earlier_fee: int = 0
    rhythm: str = "monthly"
    ends_after_days: int | None = None


class Example(BaseModel):
    """A plan that the rules allow."""

    instalments: int
    instalment: int
    total: int


class SettlementRoom(BaseModel):
    """The least that is taken for all, and in how many days."""

    at_least: int
    within_days: int


class DeferralRoom(BaseModel):
    """For how long all may be put off."""

    at_most_days: int


class PauseRoom(BaseModel):
    """How many instalments may be skipped within so many months."""

    at_most_instalments: int
    within_months: int


class ChangeRoom(BaseModel):
    """How often a plan may be changed, and how far its next payment may move."""

    at_most_times: int
    next_within_days: int


class PlanOptions(BaseModel):
    """What the rules allow for a case; nulls and the `referral` where only a person may say.

    `costs` are those of a plan of several payments, `notices` for each of them.
    """

    smallest_instalment: int | None = None
    most_instalments: int | None = None
    first_payment_latest: date | None = None
    currency: str
    examples: list[Example] = []
    referral: str | None = None
    costs: CostFacts = CostFacts()
    interest: str = "none"
    down_payment: int | None = None
    settlement: SettlementRoom | None = None
    deferral: DeferralRoom | None = None
    pause: PauseRoom | None = None
    change: ChangeRoom | None = None


class Shown(BaseModel):
    """The words that were said before the yes, in the language in which they were said."""

    model_config = ConfigDict(extra="forbid")

    language: Annotated[str, Field(max_length=8)]
    lines: Annotated[list[Annotated[str, Field(max_length=4000)]], Field(max_length=50)]


class Acceptance(BaseModel):
    """A yes; without the words that were shown they are those of the conversation.

    With the `case` that it was said about, an offer of another one is refused.
    """

    model_config = ConfigDict(extra="forbid")

    shown: Shown | None = None
    case: Annotated[str, Field(max_length=128)] | None = None


class OrderedCase(BaseModel):
    """A case in the order in which paying costs least; `a_month` is what a month adds, if known."""

    reference: str
    balance: int
    creditor: str
    origin: str
    a_month: int | None


class PaymentOrder(BaseModel):
    """The debtor's cases that are to be paid, what to pay first at the head."""

    currency: str
    cases: list[OrderedCase]


class DeferralFacts(BaseModel):
    """The latest day to which all may be put off, and the one that comes nearest to the wish.

    `latest` is null when only a person may say; `until` also when no day was wished. `notices` have
    to be said before a yes.
    """

    latest: date | None
    until: date | None = None
    notices: list[Notice] = []


class DeferralWish(BaseModel):
    """To which day the debtor wishes to put off.

    Without the words that were shown before the yes they are those of the conversation.
    """

    until: date
    shown: Shown | None = None
