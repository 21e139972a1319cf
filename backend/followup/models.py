"""The tables of follow-up."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base
from backend.followup.kinds import Kind, State


class Reminder(Base):
    """Something to be said once. `key` says what about: there is one row for it, whoever writes it.

    `about` is the number of the plan's instalment, the ledger entry that is thanked for, or the last
    day of the rest that an unseen payment has given the case (its number in the calendar). `due_at`
    and `said_at` are moments of the product's clock, which a demonstration may pin; `looked_at` is
    real time. `why` is the obstacle, or why it was dropped.
    """

    __tablename__ = "reminders"
    __table_args__ = (Index("ix_reminders_state_looked_at", "state", "looked_at"),)

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    kind: Mapped[Kind]
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    plan_id: Mapped[str | None] = mapped_column(ForeignKey("agreed_plans.id"), index=True)
    about: Mapped[int]
    due_at: Mapped[datetime]
    state: Mapped[State] = mapped_column(default="waiting")
    why: Mapped[str | None] = mapped_column(String(32))
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id"), index=True)
    said_at: Mapped[datetime | None]
    looked_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class ReminderWish(Base):
    """Whether the debtor of the case wants reminders, as it was told last to the case API."""

    __tablename__ = "reminder_wishes"

    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), primary_key=True)
    wanted: Mapped[bool]
    told_at: Mapped[datetime] = mapped_column(default=utc_now)
