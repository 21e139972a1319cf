"""Decides about a reminder that is due: say it, wait, or let it be.

The rules read from the top: what is no longer so is dropped; what may not be said now waits.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.kinds import CaseStatus
from backend.cases.repository import holds_on
from backend.clock import utc_now
from backend.followup import repository
from backend.followup.contact_rules import contact_hours, contact_rules
from backend.followup.kinds import Obstacle
from backend.followup.places import is_talking, is_with_a_person, was_in_danger
from backend.followup.planning import THANKS_WITHIN, key_of
from backend.followup.refusing import refuses
from backend.followup.reported import has_sent_proof, rests_otherwise, still_rests
from backend.followup.situation import Situation

#: `end`: the plan ends and nobody is told, because nobody can or may be written to.
Act = Literal["say", "wait", "drop", "end"]

_RESTS = (CaseStatus.DISPUTED, CaseStatus.ENFORCEMENT)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Decision:
    """What to do, and why when it is not said."""

    act: Act
    why: str | None = None


async def decide(session: AsyncSession, now: Situation) -> Decision:
    """What is to be done at this moment. It changes nothing."""
    over = await _why_over(session, now)
    if over is not None:
        return Decision("drop", over)
    obstacle = await _obstacle_of_case(session, now)
    if obstacle is not None:
        return Decision("wait", obstacle)
    unreachable = await _why_unreachable(session, now)
    if unreachable is not None:
        return _without_words(now, unreachable)
    obstacle = await _obstacle_of_moment(session, now)
    return Decision("wait", obstacle) if obstacle is not None else Decision("say")


async def _why_over(session: AsyncSession, now: Situation) -> str | None:
    """Why there is nothing to say any more."""
    reminder = now.reminder
    if reminder.kind == "unseen":
        if not await still_rests(session, now.case.reference, now.today, reminder.about):
            return "paid"
        proof = await has_sent_proof(session, [now.case.reference])
        return "with_a_person" if proof else None
    if reminder.kind == "thanks":
        return "too_late" if reminder.created_at < utc_now() - THANKS_WITHIN else None
    if not now.plan_runs:
        return "plan_ended"
    if now.instalment is None or now.instalment.number != reminder.about:
        return "paid"
    if reminder.kind == "coming" and now.today > now.instalment.due:
        return "too_late"
    return None


async def _obstacle_of_case(session: AsyncSession, now: Situation) -> Obstacle | None:
    """What keeps everything waiting, the end of a plan too."""
    wanted, case = now.client.followup, now.case
    if not wanted.active or (now.reminder.kind == "broken" and not wanted.plan_breaks):
        return "switched_off"
    if case.stops or case.status in _RESTS or await _rests(session, now):
        return "resting"
    if await is_with_a_person(session, case.reference):
        return "with_a_person"
    if await was_in_danger(session, case.reference, wanted.quiet_days_after_crisis):
        return "crisis"
    if now.reminder.kind == "broken" and not await _was_asked(session, now):
        return "not_answered_yet"
    return None


async def _rests(session: AsyncSession, now: Situation) -> bool:
    """Whether a hold keeps it waiting; the one that it asks about itself does not."""
    if now.reminder.kind == "unseen":
        return await rests_otherwise(session, now.case.reference, now.today)
    return bool(await holds_on(session, now.case.reference, now.today))


async def _was_asked(session: AsyncSession, now: Situation) -> bool:
    """Whether the question about the instalment has stood for long enough, or cannot be asked."""
    wanted = now.client.followup
    if wanted.ask_days_after is None or now.plan is None:
        return True
    key = key_of("missed", now.plan.id, now.reminder.about)
    question = await repository.find_reminder(session, key)
    if question is None or question.state == "waiting":
        return False
    if question.said_at is None:
        return True
    asked_on = question.said_at.astimezone(now.client.zone).date()
    return now.today >= asked_on + wanted.days_to_answer * _DAY


async def _why_unreachable(session: AsyncSession, now: Situation) -> Obstacle | None:
    """Why the debtor cannot or may not be written to first at all."""
    if now.conversation is None:
        return "no_conversation"
    return "refused" if await refuses(session, now.case.reference, now.conversation.id) else None


def _without_words(now: Situation, why: Obstacle) -> Decision:
    kind = now.reminder.kind
    if kind == "broken":
        return Decision("end", why)
    # Who has never been here may still come before the day, or while the thanks are fresh.
    waits = why == "no_conversation" and kind not in ("missed", "unseen")
    return Decision("wait" if waits else "drop", why)


async def _obstacle_of_moment(session: AsyncSession, now: Situation) -> Obstacle | None:
    """What keeps it waiting for minutes or days."""
    assert now.conversation is not None
    if not contact_hours(now.client).is_open(now.now):
        return "hours"
    if now.reminder.kind != "thanks" and await _often_enough(session, now):
        return "often_enough"
    if await is_talking(session, now.conversation.id):
        return "talking"
    return None


async def _often_enough(session: AsyncSession, now: Situation) -> bool:
    at_most = contact_rules(now.client.country).at_most
    said = await repository.said_since(session, now.case.debtor_id, now.now - 30 * _DAY)
    today = sum(moment.astimezone(now.client.zone).date() == now.today for moment in said)
    week = sum(moment > now.now - 7 * _DAY for moment in said)
    return (
        today >= at_most.a_day
        or week >= at_most.a_week
        or (at_most.a_month is not None and len(said) >= at_most.a_month)
    )
