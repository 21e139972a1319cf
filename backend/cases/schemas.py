"""What is told about a case over HTTP, and what may be asked. Money in minor units."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.agreements.schemas import PlanFacts

#: The largest amount that a database column takes, in minor units.
MOST = 2_147_483_647


class DebtorFacts(BaseModel):
    """Who owes, and whether they are to be written to and not called."""

    name: str
    first_name: str
    kind: str
    language: str
    only_in_writing: bool = False


class Part(BaseModel):
    """A part of what is owed; a payment or what was given up is below zero."""

    kind: str
    amount: int


class CeilingFacts(BaseModel):
    """The most that the law lets a fee be, and where that is from; the amount is without VAT."""

    amount: int | None
    source: str
    effective_from: date | None
    confidence: str
    note: str | None


class FeeFacts(BaseModel):
    """A fee or cost that was booked, and the ceiling that held on its day; null when none is known.

    `paid` is null where the interest, and so the allocation of payments, is not known.
    """

    measure: str | None
    amount: int
    paid: int | None
    booked_on: date
    text: str
    ceiling: CeilingFacts | None


class PaidFacts(BaseModel):
    """A payment with what it went to; what is missing from its amount was too much."""

    paid_on: date
    amount: int
    allocated: dict[str, int]


class InterestSegment(BaseModel):
    """Days, both ends in it, with one yearly rate (percent) on one principal."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    days: int
    principal: int
    rate: str


class BookedInterest(BaseModel):
    """Interest that was booked, up to the day `to`; `from` is null where the ledger does not know."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    first: Annotated[date | None, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    amount: int


class InterestFacts(BaseModel):
    """What interest was booked, and how that is reckoned which is not booked yet (`segments`)."""

    basis: str
    running: bool
    day_count: str
    booked: list[BookedInterest] = []
    segments: list[InterestSegment]


class BalanceFacts(BaseModel):
    """What is owed at the end of the day `on`.

    `total` is null, and nothing but the fees is beside it, when the interest to that day is not
    known; `known_until` is then the last day that can be asked for.
    """

    total: int | None
    currency: str
    parts: list[Part]
    on: date
    known_until: date | None = None
    fees: list[FeeFacts] = []
    payments: list[PaidFacts] = []
    interest: InterestFacts | None = None


class HoldFacts(BaseModel):
    """Why collection rests, and to the end of which day; null: until a person lifts it."""

    id: str
    reason: str
    until: date | None


class CaseFacts(BaseModel):
    """What is owed, by whom and why, and what stops, puts off or pays it.

    `plan` is the one that runs; `ended_plan` the newest, when it was broken or has been paid.
    `limitation_years` is after how many years such a claim is too old, null when nobody knows.
    """

    reference: str
    client: str
    country: str
    status: str
    currency: str
    debtor: DebtorFacts
    creditor: str
    origin: str
    invoice_number: str
    incurred_on: date
    due_date: date
    interest_rate: str | None
    interest_running: bool
    interest_basis: str
    claim_kind: str
    limitation_years: int | None
    stops: list[str]
    balance: BalanceFacts
    plan: PlanFacts | None
    ended_plan: PlanFacts | None
    deferred_until: date | None
    holds: list[HoldFacts]
    other_cases: list[str]


class LedgerLine(BaseModel):
    """One line of the ledger, booked on the day `at`."""

    at: date
    kind: str
    amount: int
    text: str


class Ledger(BaseModel):
    """All lines, the oldest first."""

    currency: str
    entries: list[LedgerLine]


class ScannedCode(BaseModel):
    """A code that saves typing: a bar code's digits (`text`), or a QR code's `rows`.

    A row is a line of modules, "1" for a dark one, without the quiet zone.
    """

    kind: str
    text: str | None = None
    rows: list[str] | None = None


class PaymentCard(BaseModel):
    """How to pay. `codes` are those that can carry this payment, mostly none or one."""

    amount: int
    currency: str
    reference: str
    account: str
    account_label: str
    payee: str
    due: date
    codes: list[ScannedCode] = []


class PaymentIn(BaseModel):
    """A payment that has arrived. `id` is what the bank or the creditor calls it.

    The payment reference and the currency are checked where they are given.
    """

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[\w.:/-]{1,100}$")]
    amount: Annotated[int, Field(strict=True, gt=0, le=MOST)]
    paid_on: date
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    payment_reference: Annotated[str, Field(min_length=1, max_length=40)] | None = None


class BookedPayment(BaseModel):
    """A payment as it was booked, and the case after it; `overpaid` is to be paid back.

    Both are null when the interest to today is not known.
    """

    id: str
    amount: int
    currency: str
    paid_on: date
    balance: int | None
    overpaid: int | None
    status: str


class FeeIn(BaseModel):
    """A fee that is to be booked. `id` is what the creditor's system calls it.

    `measure` is a word of the country's fee ceilings; `vat` is the part of the amount that is tax;
    `agreed` says that the debtor agreed to such a fee no later than when the debt arose.
    """

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[\w.:/-]{1,100}$")]
    measure: Annotated[str, Field(pattern=r"^[a-z_0-9]{1,64}$")]
    amount: Annotated[int, Field(strict=True, gt=0, le=MOST)]
    vat: Annotated[int, Field(strict=True, ge=0, le=MOST)] = 0
    booked_on: date
    agreed: bool = False
    text: Annotated[str, Field(min_length=1, max_length=200)] | None = None


class FeeBooked(BaseModel):
    """A fee as it was booked, with the ceiling that it keeps within, and the balance after it.

    The balance is null when the interest to today is not known.
    """

    id: str
    measure: str
    amount: int
    currency: str
    booked_on: date
    ceiling: CeilingFacts | None
    balance: int | None


class ContactWish(BaseModel):
    """How the debtor wants to be reached, in all of their cases with the client."""

    model_config = ConfigDict(extra="forbid")

    only_in_writing: bool


class HoldWish(BaseModel):
    """Why a case is to rest; without `until` as long as the client has set.

    `paid_on` is the day on which the debtor says to have paid, or to pay.
    """

    reason: Annotated[str, Field(pattern=r"^[a-z_]{1,64}$")]
    note: Annotated[str, Field(max_length=4000)] = ""
    until: date | None = None
    paid_on: date | None = None


class DisputeWish(BaseModel):
    """What the debtor objects to, in the debtor's words."""

    text: Annotated[str, Field(min_length=1, max_length=20_000)]
