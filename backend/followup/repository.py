"""The only door to the tables of follow-up, and what it asks of others' tables for many at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case, Debtor, LedgerEntry
from backend.database.inserting import insert_once
from backend.followup.models import Reminder, ReminderWish


async def add_reminder(session: AsyncSession, reminder: Reminder) -> None:
    """Writes it down, unless there is one with its key, whichever backend wrote that."""
    await insert_once(
        session,
        Reminder,
        key=reminder.key,
        kind=reminder.kind,
        case_reference=reminder.case_reference,
        plan_id=reminder.plan_id,
        about=reminder.about,
        due_at=reminder.due_at,
    )


async def find_reminder(session: AsyncSession, key: str) -> Reminder | None:
    """The reminder with this key."""
    return await session.get(Reminder, key)


async def keys_known(session: AsyncSession, keys: Sequence[str]) -> set[str]:
    """Which of the keys are written down already."""
    known = select(Reminder.key).where(Reminder.key.in_(keys))
    return set(await session.scalars(known))


async def take_reminder(session: AsyncSession, key: str, looked_at: datetime) -> Reminder | None:
    """The reminder, if it still waits; nobody else looks at it until this transaction ends.

    An update, because SQLite has no other lock. Another backend that wants the same waits here,
    and then finds what this one has made of it.
    """
    taken = update(Reminder).where(Reminder.key == key, Reminder.state == "waiting")
    done = await session.execute(taken.values(looked_at=looked_at).returning(Reminder.key))
    if done.first() is None:
        return None
    return await session.get_one(Reminder, key, populate_existing=True)


async def lock_debtor(session: AsyncSession, debtor: str) -> None:
    """Until this transaction ends nobody else counts what the debtor was sent."""
    await session.execute(select(Debtor.id).where(Debtor.id == debtor).with_for_update())


async def due_keys(
    session: AsyncSession, now: datetime, looked_before: datetime, at_most: int
) -> Sequence[str]:
    """What is due and waits, those not looked at for longest first.

    So something that has to wait for weeks holds nothing else up.
    """
    due = select(Reminder.key).where(
        Reminder.state == "waiting",
        Reminder.due_at <= now,
        or_(Reminder.looked_at.is_(None), Reminder.looked_at < looked_before),
    )
    ordered = due.order_by(Reminder.looked_at.asc().nulls_first(), Reminder.due_at, Reminder.key)
    return (await session.scalars(ordered.limit(at_most))).all()


async def waiting_reminders(
    session: AsyncSession, case_reference: str | None = None
) -> Sequence[Reminder]:
    """All that waits, of one case or of all, what is due first at the top."""
    waiting = select(Reminder).where(Reminder.state == "waiting")
    if case_reference is not None:
        waiting = waiting.where(Reminder.case_reference == case_reference)
    return (await session.scalars(waiting.order_by(Reminder.due_at, Reminder.key))).all()


async def waiting_thanks_of(session: AsyncSession, case_reference: str) -> Sequence[Reminder]:
    """The thanks of a case that wait; they are said together."""
    waiting = await waiting_reminders(session, case_reference)
    return [reminder for reminder in waiting if reminder.kind == "thanks"]


async def said_since(session: AsyncSession, debtor: str, since: datetime) -> Sequence[datetime]:
    """When the debtor was reminded or asked since a moment, over all of the debtor's cases.

    Thanks are no such contact: they answer what the debtor did.
    """
    said = select(Reminder.said_at).join(Case, Case.reference == Reminder.case_reference)
    chosen = said.where(
        Case.debtor_id == debtor,
        Reminder.conversation_id.is_not(None),
        Reminder.kind != "thanks",
        Reminder.said_at > since,
    ).distinct()
    return [moment for moment in await session.scalars(chosen) if moment is not None]


async def payments_not_thanked(
    session: AsyncSession, since: datetime, at_most: int
) -> Sequence[LedgerEntry]:
    """Payments that were told to the case API since a real moment and have no thanks written down."""
    thanked = select(Reminder.about).where(
        Reminder.case_reference == LedgerEntry.case_reference,
        Reminder.kind == "thanks",
        Reminder.about == LedgerEntry.id,
    )
    booked = select(LedgerEntry).where(
        LedgerEntry.payment_id.is_not(None),
        LedgerEntry.created_at > since,
        ~thanked.exists(),
    )
    return (await session.scalars(booked.order_by(LedgerEntry.id).limit(at_most))).all()


async def payments_in_all(session: AsyncSession, entries: Sequence[int]) -> int:
    """How much the payments with these entry numbers are together, in minor units."""
    total = select(func.sum(LedgerEntry.amount)).where(LedgerEntry.id.in_(entries))
    return -(await session.scalar(total) or 0)


async def find_wish(session: AsyncSession, case_reference: str) -> ReminderWish | None:
    """What the case API was told last about reminders on the case."""
    return await session.get(ReminderWish, case_reference)


async def write_wish(session: AsyncSession, wish: ReminderWish) -> None:
    """Keeps the wish in place of an earlier one."""
    await session.merge(wish)
    await session.flush()
