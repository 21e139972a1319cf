"""The only door to the table of handoffs."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.handoff.kinds import HandoffState, Outcome
from backend.handoff.models import Handoff

_OPEN: tuple[HandoffState, ...] = ("waiting", "taken")


async def open_chat_handoff(session: AsyncSession, conversation: str) -> Handoff | None:
    """The open handoff that stops the assistant; there is at most one."""
    found: Handoff | None = await session.scalar(
        select(Handoff).where(
            Handoff.conversation_id == conversation,
            Handoff.state.in_(_OPEN),
            Handoff.keeps_assistant.is_(False),
        )
    )
    return found


async def open_task(session: AsyncSession, conversation: str, reason: str) -> Handoff | None:
    """What a person still has to do in the conversation for a reason, beside the assistant."""
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(
            Handoff.conversation_id == conversation,
            Handoff.state.in_(_OPEN),
            Handoff.keeps_assistant,
            Handoff.reason == reason,
        )
        .order_by(Handoff.created_at)
        .limit(1)
    )
    return found


async def waiting_callback(session: AsyncSession, conversation: str) -> Handoff | None:
    """The call that was promised and not made yet, the newest."""
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(
            Handoff.conversation_id == conversation,
            Handoff.kind == "callback",
            Handoff.state == "waiting",
        )
        .order_by(Handoff.created_at.desc())
        .limit(1)
    )
    return found


async def promised_call(session: AsyncSession, conversation: str) -> datetime | None:
    """For when a call was promised that is not made yet, whoever has the conversation."""
    calls = select(Handoff.promised_at).where(
        Handoff.conversation_id == conversation,
        Handoff.kind == "callback",
        Handoff.state.in_(_OPEN),
    )
    found: datetime | None = await session.scalar(calls.order_by(Handoff.promised_at).limit(1))
    return found


async def current_handoff(session: AsyncSession, conversation: str) -> Handoff | None:
    """The handoff that matters most: an open one, a pressing one, the newest."""
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(Handoff.conversation_id == conversation)
        .order_by(
            Handoff.state.in_(_OPEN).desc(),
            Handoff.priority.desc(),
            Handoff.keeps_assistant,
            Handoff.created_at.desc(),
        )
        .limit(1)
    )
    return found


async def handoffs_of(session: AsyncSession, conversation: str) -> Sequence[Handoff]:
    """The conversation's handoffs, the first made first."""
    made = select(Handoff).where(Handoff.conversation_id == conversation)
    return (await session.scalars(made.order_by(Handoff.created_at))).all()


async def was_handed_over_for(session: AsyncSession, conversation: str, reason: str) -> bool:
    """Whether the conversation was ever handed over for this reason."""
    handoffs = exists().where(Handoff.conversation_id == conversation, Handoff.reason == reason)
    return bool(await session.scalar(select(handoffs)))


async def place_in_queue(session: AsyncSession, handoff: Handoff, client: str) -> int:
    """How many of the client's debtors are served before this one, plus one."""
    sooner = or_(
        Handoff.priority > handoff.priority,
        and_(Handoff.priority == handoff.priority, Handoff.created_at < handoff.created_at),
        and_(
            Handoff.priority == handoff.priority,
            Handoff.created_at == handoff.created_at,
            Handoff.id < handoff.id,
        ),
    )
    waiting = (Handoff.state == "waiting", Handoff.keeps_assistant.is_(False))
    before = select(func.count()).select_from(Handoff).join(Handoff.conversation)
    counted = before.where(*waiting, sooner, Conversation.client == client)
    return (await session.scalar(counted) or 0) + 1


async def handoffs_of_all(
    session: AsyncSession, conversations: Collection[str]
) -> Sequence[Handoff]:
    """All handoffs of the conversations, the newest last."""
    theirs = select(Handoff).where(Handoff.conversation_id.in_(conversations))
    found = await session.scalars(
        theirs.order_by(Handoff.created_at).execution_options(populate_existing=True)
    )
    return found.all()


async def count_taken_by(session: AsyncSession, clients: Collection[str], user: str) -> int:
    """How many handoffs of the clients the user has."""
    counted = select(func.count()).select_from(Handoff).join(Handoff.conversation)
    theirs = (Handoff.taken_by == user, Handoff.state == "taken")
    return await session.scalar(counted.where(*theirs, Conversation.client.in_(clients))) or 0


async def count_open_by_client(
    session: AsyncSession, clients: Collection[str]
) -> dict[str, tuple[int, int]]:
    """How many handoffs of each client are waiting and how many are taken."""
    counts = select(
        Conversation.client,
        _how_many(Handoff.state == "waiting").label("waiting"),
        _how_many(Handoff.state == "taken").label("taken"),
    )
    joined = counts.select_from(Handoff).join(Handoff.conversation)
    chosen = joined.where(Conversation.client.in_(clients), Handoff.state.in_(_OPEN))
    found = await session.execute(chosen.group_by(Conversation.client))
    return dict.fromkeys(clients, (0, 0)) | {row.client: (row.waiting, row.taken) for row in found}


async def count_waiting_by_client(session: AsyncSession) -> dict[str, int]:
    """How many handoffs wait for a person, by client; a client without any is not in it."""
    waiting = select(Conversation.client, func.count().label("number")).select_from(Handoff)
    grouped = waiting.join(Handoff.conversation).where(Handoff.state == "waiting")
    found = await session.execute(grouped.group_by(Conversation.client))
    return {row.client: row.number for row in found}


async def last_ended(session: AsyncSession, conversation: str) -> Handoff | None:
    """What a person was done with last in the conversation."""
    ended = select(Handoff).where(
        Handoff.conversation_id == conversation, Handoff.state.not_in(_OPEN)
    )
    found: Handoff | None = await session.scalar(ended.order_by(Handoff.ended_at.desc()).limit(1))
    return found


async def take_handoffs(session: AsyncSession, conversation: str, user: str) -> bool:
    """Gives the conversation's waiting handoffs to the user; False when none was waiting."""
    chosen = update(Handoff).where(
        Handoff.conversation_id == conversation, Handoff.state == "waiting"
    )
    taken = chosen.values(state="taken", taken_by=user, taken_at=utc_now())
    return (await session.execute(taken.returning(Handoff.id))).first() is not None


async def pass_handoffs(session: AsyncSession, conversation: str, user: str) -> None:
    """Gives what somebody has of the conversation to another user; when it was taken stays."""
    chosen = update(Handoff).where(
        Handoff.conversation_id == conversation, Handoff.state == "taken"
    )
    await session.execute(chosen.values(taken_by=user))


async def end_handoffs(
    session: AsyncSession,
    conversation: str,
    state: HandoffState,
    note: str | None,
    outcome: Outcome | None = None,
    outcome_reason: str | None = None,
    *,
    keep_calls: bool = False,
) -> None:
    """Ends the conversation's open handoffs; calls that are still to be made wait on."""
    chosen = update(Handoff).where(
        Handoff.conversation_id == conversation, Handoff.state.in_(_OPEN)
    )
    if keep_calls:
        calls = chosen.where(Handoff.kind == "callback")
        await session.execute(calls.values(state="waiting", taken_by=None, taken_at=None))
        chosen = chosen.where(Handoff.kind != "callback")
    await session.execute(
        chosen.values(
            state=state,
            note=note,
            outcome=outcome,
            outcome_reason=outcome_reason,
            ended_at=utc_now(),
        )
    )


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)
