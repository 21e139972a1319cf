"""The tables of agreements. Money is in minor units of the case's currency."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.cases.kinds import column_of
from backend.clock import utc_now
from backend.database import Base


class RequestOutcome(StrEnum):
    """What a wish for a plan ended in."""

    OFFER = "offer"
    COUNTER = "counter"
    REFERRAL = "referral"


class PlanStatus(StrEnum):
    """Where an agreed plan stands."""

    AGREED = "agreed"
    BROKEN = "broken"
    COMPLETED = "completed"


class PlanRequest(Base):
    """What the debtor wished, what came of it and by which version of the client's rules.

    `terms` are those of backend.plans.Proposal that were named; `reasons` the rules that the wish
    broke, each {rule, limit, wished}.
    """

    __tablename__ = "plan_requests"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    terms: Mapped[dict[str, Any]]
    outcome: Mapped[RequestOutcome] = column_of(RequestOutcome)
    reasons: Mapped[list[Any]]
    rules_version: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class PlanOffer(Base):
    """A plan that may be accepted until `expires_at`; `schedule` is a list of {due, amount}."""

    __tablename__ = "plan_offers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(ForeignKey("plan_requests.id"), index=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    instalment: Mapped[int]
    total: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    schedule: Mapped[list[Any]]
    expires_at: Mapped[datetime]


class AgreedPlan(Base):
    """A plan that was accepted. The database allows one agreed plan a case, and one an offer.

    `agreed_after_entry` is the case's last ledger entry before it: later payments pay the plan.
    """

    __tablename__ = "agreed_plans"
    __table_args__ = (
        Index(
            "uq_agreed_plans_one_agreed_a_case",
            "case_reference",
            unique=True,
            sqlite_where=text("status = 'agreed'"),
            postgresql_where=text("status = 'agreed'"),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("plan_offers.id"), unique=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    status: Mapped[PlanStatus] = column_of(PlanStatus)
    instalment: Mapped[int]
    total: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    agreed_on: Mapped[date]
    agreed_at: Mapped[datetime]
    agreed_after_entry: Mapped[int] = mapped_column(default=0, server_default="0")

    payments: Mapped[list["PlanPayment"]] = relationship(
        lazy="selectin", order_by="PlanPayment.number", cascade="all, delete-orphan"
    )


class PlanPayment(Base):
    """One payment of a plan; the first has the number 1."""

    __tablename__ = "plan_payments"

    plan_id: Mapped[str] = mapped_column(ForeignKey("agreed_plans.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    due: Mapped[date] = mapped_column(index=True)
    amount: Mapped[int]


class Deferral(Base):
    """All of a case's payment is put off to the day `until`, promised on the day `granted_on`."""

    __tablename__ = "deferrals"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    granted_on: Mapped[date]
    until: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
