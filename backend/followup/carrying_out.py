"""Says what is due, once, whatever happens in between.

Taking the reminder, saying it in the conversation and noting that it was said are one transaction.
So there is no moment at which a crash could make it said twice or lost, and of two backends that
want the same one waits for the other and then finds it done. What delivers to messaging apps reads
the conversation, and so never sees a line that was taken back.
"""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.ending import break_plan
from backend.audit import SYSTEM, Subject, write_down
from backend.cases.repository import get_case, lock_case
from backend.clock import utc_now
from backend.conversations import events
from backend.conversations import repository as conversations
from backend.conversations.models import Conversation, Message
from backend.eventlog import record, where_of
from backend.followup import repository
from backend.followup.deciding import Decision, decide
from backend.followup.kinds import State
from backend.followup.models import Reminder
from backend.followup.situation import Situation, situation_of
from backend.followup.telling import words_for
from backend.services import Services


async def carry_out(house: Services, key: str) -> Decision | None:
    """Does what is to be done about one reminder; None when somebody else has."""
    async with house.database.transaction() as session:
        reminder = await repository.take_reminder(session, key, utc_now())
        if reminder is None:
            return None
        case = await get_case(session, reminder.case_reference)
        await repository.lock_debtor(session, case.debtor_id)
        if reminder.kind == "broken":
            await lock_case(session, case.reference)  # a payment may be on its way into the ledger
        now = await situation_of(session, house, reminder)
        decision = await decide(session, now)
        said: Sequence[Message] = ()
        match decision.act:
            case "wait":
                reminder.why = decision.why
            case "drop":
                _end([reminder], "dropped", decision)
            case "end":
                _break(session, now)
                _end([reminder], "done", decision)
            case "say":
                said = await _say(session, now, decision)
        conversation = now.conversation
    if said and conversation is not None:
        await events.tell_messages(house.hub, conversation, said)
    return decision


async def _say(session: AsyncSession, now: Situation, decision: Decision) -> list[Message]:
    assert now.conversation is not None
    together = await _said_together(session, now)
    thanked = [reminder.about for reminder in together if reminder.kind == "thanks"]
    line = await words_for(session, now, now.conversation, thanked)
    if now.reminder.kind == "broken":
        _break(session, now)
    said = await conversations.append(session, now.conversation.id, [line])
    _end(together, "done", decision)
    for reminder in together:
        reminder.conversation_id = now.conversation.id
        reminder.said_at = now.now
    _note(session, now, now.conversation)
    return said


async def _said_together(session: AsyncSession, now: Situation) -> list[Reminder]:
    """Two payments of one day are thanked for in one line."""
    if now.reminder.kind != "thanks":
        return [now.reminder]
    return list(await repository.waiting_thanks_of(session, now.case.reference))


def _break(session: AsyncSession, now: Situation) -> None:
    assert now.plan is not None
    break_plan(session, now.case, now.plan, now.reminder.about)


def _end(reminders: Sequence[Reminder], state: State, decision: Decision) -> None:
    for reminder in reminders:
        reminder.state, reminder.why = state, decision.why


def _note(session: AsyncSession, now: Situation, conversation: Conversation) -> None:
    record(session, "reminder_sent", where_of(conversation), about=now.reminder.kind)
    write_down(
        session,
        "reminder.sent",
        SYSTEM,
        Subject("conversation", conversation.id),
        client=now.case.client,
        case=now.case.reference,
        about=now.reminder.kind,
    )
