"""The tables of cases. Money is in minor units of the case's currency."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.cases.kinds import CaseStatus, ClaimKind, EntryKind, InterestBasis, column_of
from backend.clock import utc_now
from backend.database import Base
from backend.plans import Debtor as DebtorKind


class Debtor(Base):
    """Who owes. `kind` decides which rules hold, `language` is the one to write in.

    Somebody who is reached `only_in_writing` is not called, unless a call was asked for.
    """

    __tablename__ = "debtors"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(200))
    first_name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[DebtorKind] = column_of(DebtorKind)
    language: Mapped[str] = mapped_column(String(8))
    only_in_writing: Mapped[bool] = mapped_column(default=False, server_default=false())


class Case(Base):
    """One claim in collection.

    `origin` says what it is for, in the debtor's language. `payment_number` is the base of the
    payment reference, without check digits. `interest_rate` is what was agreed, in percent a year,
    written as a decimal number; `interest_basis` says whether that one or the country's runs, and
    it runs on only while `interest_running`. `claim_kind` decides when the claim is too old; one
    that is `directly_enforceable` needs no court, and has fee ceilings of its own. `stops` are
    those of backend.plans.Stop, in which nothing may be agreed without a person.
    """

    __tablename__ = "cases"

    reference: Mapped[str] = mapped_column(String(32), primary_key=True)
    client: Mapped[str] = mapped_column(String(64), index=True)
    debtor_id: Mapped[str] = mapped_column(ForeignKey("debtors.id"), index=True)
    status: Mapped[CaseStatus] = column_of(CaseStatus)
    currency: Mapped[str] = mapped_column(String(3))
    creditor: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(String(400))
    invoice_number: Mapped[str] = mapped_column(String(64))
    incurred_on: Mapped[date]
    due_date: Mapped[date]
    payment_number: Mapped[str] = mapped_column(String(25), unique=True)
    interest_rate: Mapped[str | None] = mapped_column(String(12))
    interest_running: Mapped[bool] = mapped_column(default=False)
    interest_basis: Mapped[InterestBasis] = column_of(InterestBasis, InterestBasis.NONE)
    claim_kind: Mapped[ClaimKind] = column_of(ClaimKind, ClaimKind.PURCHASE)
    directly_enforceable: Mapped[bool] = mapped_column(default=False, server_default=false())
    stops: Mapped[list[Any]] = mapped_column(default=list)

    debtor: Mapped[Debtor] = relationship(lazy="joined", innerjoin=True)


class LedgerEntry(Base):
    """A line of a case's ledger, which is only ever added to; payments and write-offs are below zero.

    `payment_id` is what the bank or the creditor calls the payment, `fee_id` what the creditor's
    system calls a fee: each is booked once, on one case. `fee` is the measure that the fee is for,
    as the country's data names it, and `vat` the part of it that is tax. `interest_from` is the first
    day of the interest that an entry of interest is, where it is known; its last is `booked_on`.
    `reverses` is the entry that this one takes back.
    """

    __tablename__ = "ledger_entries"
    __table_args__ = (
        CheckConstraint(
            "reverses IS NOT NULL OR (kind IN ('payment', 'write_off')) = (amount < 0)",
            name="only_what_lessens_below_zero",
        ),
        Index("uq_ledger_entries_payment_id", "payment_id", unique=True),
        Index("uq_ledger_entries_fee_id", "fee_id", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    booked_on: Mapped[date]
    kind: Mapped[EntryKind] = column_of(EntryKind)
    amount: Mapped[int]
    text: Mapped[str] = mapped_column(String(200))
    payment_id: Mapped[str | None] = mapped_column(String(100))
    fee_id: Mapped[str | None] = mapped_column(String(100))
    fee: Mapped[str | None] = mapped_column(String(64))
    vat: Mapped[int] = mapped_column(default=0, server_default="0")
    interest_from: Mapped[date | None]
    reverses: Mapped[int | None] = mapped_column(ForeignKey("ledger_entries.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)


class Hold(Base):
    """Collection rests for a `reason`, up to the day `until`, or until a person lifts it."""

    __tablename__ = "holds"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    reason: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
    until: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class Dispute(Base):
    """What the debtor objects to, in the debtor's words."""

    __tablename__ = "disputes"

    reference: Mapped[str] = mapped_column(String(16), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class IdempotencyKey(Base):
    """The answer that was given to a write, for when the same write comes again."""

    __tablename__ = "idempotency_keys"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    route: Mapped[str] = mapped_column(String(200), primary_key=True)
    answer: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
