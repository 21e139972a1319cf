"""Terms in, offers and plans out. Money in minor units, dates in ISO form."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict


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


class PaymentFacts(BaseModel):
    """One payment of an offered plan."""

    due: date
    amount: int


class PlanPaymentFacts(PaymentFacts):
    """One payment of an agreed plan; `paid_amount` of it has come in."""

    paid: bool
    paid_amount: int = 0


class Costs(BaseModel):
    """What a plan costs besides the balance. The rules know no such costs."""

    fee: int = 0
    interest: int = 0


class OfferFacts(BaseModel):
    """A plan that may be accepted."""

    id: str
    instalment: int
    instalments: int
    total: int
    currency: str
    schedule: list[PaymentFacts]
    first_due: date
    last_amount: int
    costs: Costs = Costs()
    expires_at: datetime


class Reason(BaseModel):
    """A rule that the wish broke, in the units of backend.plans.Rule, or the rule of a referral."""

    rule: str
    text: str
    limit: int | str | None = None
    wished: int | str | None = None


class OffersFacts(BaseModel):
    """What came of a wish, the nearest offer first."""

    outcome: str
    offers: list[OfferFacts]
    reasons: list[Reason]


class PlanFacts(BaseModel):
    """An agreed plan. `left` payments are not yet paid; `next` is the first, while the plan runs."""

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


class Example(BaseModel):
    """A plan that the rules allow."""

    instalments: int
    instalment: int
    total: int


class PlanOptions(BaseModel):
    """What the rules allow for a case; nulls and the `referral` where only a person may say."""

    smallest_instalment: int | None = None
    most_instalments: int | None = None
    first_payment_latest: date | None = None
    currency: str
    examples: list[Example] = []
    referral: str | None = None


class DeferralWish(BaseModel):
    """To which day the debtor wishes to put off."""

    until: date
