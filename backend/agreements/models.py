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
    """Where an agreed plan stands: it was replaced by a change of it, or undone in time."""

    AGREED = "agreed"
    BROKEN = "broken"
    COMPLETED = "completed"
    REPLACED = "replaced"
    UNDONE = "undone"


class OfferKind(StrEnum):
    """What is offered: a plan, a part for all, or a change or pause of a plan that runs."""

    PLAN = "plan"
    SETTLEMENT = "settlement"
    CHANGE = "change"
    PAUSE = "pause"


class RulesVersion(Base):
    """A client's rules as they were once used, so that what was agreed can be reckoned again.

    `section` is the `plans:` section of the client's file as it was then.
    """

    __tablename__ = "rules_versions"

    client: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[str] = mapped_column(String(16), primary_key=True)
    section: Mapped[list[Any]]
    first_used_at: Mapped[datetime] = mapped_column(default=utc_now)


class PlanRequest(Base):
    """What the debtor wished, what came of it and by which version of the client's rules.

    `terms` are those that were named; `reasons` the rules that the wish broke, each {rule, limit,
    wished, least}. `claim` is what was owed when it was asked, on the day `asked_on`: see
    `claim_record`; `plan_id` the plan that is to be changed and `running` what was left of it (see
    `running_record`); `role` that of a person who asked. The wishes for one plan over several cases
    have the same `joint`.
    """

    __tablename__ = "plan_requests"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    terms: Mapped[dict[str, Any]]
    outcome: Mapped[RequestOutcome] = column_of(RequestOutcome)
    reasons: Mapped[list[Any]]
    rules_version: Mapped[str] = mapped_column(String(16))
    kind: Mapped[OfferKind] = column_of(OfferKind, OfferKind.PLAN)
    asked_on: Mapped[date | None] = mapped_column(index=True)
    claim: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    plan_id: Mapped[str | None] = mapped_column(String(32))
    running: Mapped[dict[str, Any] | None]
    role: Mapped[str | None] = mapped_column(String(32))
    joint: Mapped[str | None] = mapped_column(String(32), index=True)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class PlanOffer(Base):
    """A plan that may be accepted until `expires_at`; `schedule` is a list of {due, amount}.

    `plan_id` is the plan that it would take the place of. `detail` is what else was told of it: see
    `OfferDetail`. `made_by` is the staff user who made it; one beyond that user's limits cannot be
    accepted before somebody of `needs_role` has approved it. Offers with the same `joint` are one
    plan over several cases, and are accepted all together or not at all.
    """

    __tablename__ = "plan_offers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(ForeignKey("plan_requests.id"), index=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    instalment: Mapped[int]
    total: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    schedule: Mapped[list[Any]]
    expires_at: Mapped[datetime]
    kind: Mapped[OfferKind] = column_of(OfferKind, OfferKind.PLAN)
    plan_id: Mapped[str | None] = mapped_column(String(32))
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    made_by: Mapped[str | None] = mapped_column(String(32))
    needs_role: Mapped[str | None] = mapped_column(String(32))
    approved_by: Mapped[str | None] = mapped_column(String(32))
    approved_at: Mapped[datetime | None]
    joint: Mapped[str | None] = mapped_column(String(32), index=True)


class AgreedPlan(Base):
    """A plan that was accepted. The database allows one agreed plan a case, and one an offer.

    `agreed_after_entry` is the case's last ledger entry before it: later payments pay the plan.
    `evidence` is what was agreed and how it came about: see `Evidence`. `replaces` is the plan that
    it took the place of, and `undo_until` the last day on which it may be undone. Plans with the
    same `joint` were agreed as one over several cases, and are undone together.
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
    kind: Mapped[OfferKind] = column_of(OfferKind, OfferKind.PLAN)
    replaces: Mapped[str | None] = mapped_column(String(32))
    undo_until: Mapped[date | None]
    joint: Mapped[str | None] = mapped_column(String(32), index=True)
    evidence: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")

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
    """All of a case's payment is put off to the day `until`, promised on the day `granted_on`.

    `evidence` is what was promised and how it came about: see `DeferralEvidence`.
    """

    __tablename__ = "deferrals"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    granted_on: Mapped[date]
    until: Mapped[date]
    evidence: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
