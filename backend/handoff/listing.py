"""The lists of handoffs, page by page, and which of them a person is to take next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager

from backend.conversations.models import Conversation
from backend.handoff.kinds import HandoffState
from backend.handoff.models import Handoff
from backend.handoff.moments import Moments, at_their_moment

_OPEN: tuple[HandoffState, ...] = ("waiting", "taken")


@dataclass(frozen=True)
class Wanted:
    """Which handoffs: of these clients, in these states, of one user or of all but one.

    `languages` and `reasons` are those that are wanted, `not_for` reasons that are not; an empty
    collection of languages or reasons lets all through.
    """

    clients: Collection[str]
    states: Collection[HandoffState]
    taken_by: str | None = None
    not_by: str | None = None
    languages: Collection[str] = field(default=())
    reasons: Collection[str] = field(default=())
    not_for: Collection[str] = field(default=())

    @property
    def is_open(self) -> bool:
        """Whether all of them are still to be done."""
        return set(self.states) <= set(_OPEN)


async def list_handoffs(
    session: AsyncSession, wanted: Wanted, *, after: str | None = None, at_most: int
) -> Sequence[Handoff]:
    """A page: the first ones, or those that come after the handoff of this id.

    Open ones: who is in danger first, then who waits longest. Ended ones: the newest first. What a
    row is sorted by never changes while it is open but when it becomes a crisis, so pages fit.
    """
    chosen = _chosen().where(*_of(wanted))
    last = await session.get(Handoff, after) if after else None
    if wanted.is_open:
        chosen = chosen.order_by(Handoff.priority.desc(), Handoff.created_at, Handoff.id)
        chosen = chosen.where(_later(last)) if last else chosen
    else:
        chosen = chosen.order_by(Handoff.ended_at.desc(), Handoff.id)
        chosen = chosen.where(_earlier(last)) if last and last.ended_at else chosen
    return (await session.scalars(chosen.limit(at_most))).all()


async def count_handoffs(session: AsyncSession, wanted: Wanted) -> int:
    """How many there are in all."""
    counted = select(func.count()).select_from(Handoff).join(Handoff.conversation)
    return await session.scalar(counted.where(*_of(wanted))) or 0


async def next_handoffs(
    session: AsyncSession, wanted: Wanted, moments: Moments, *, at_most: int
) -> Sequence[Handoff]:
    """The best ones to take: a crisis, whatever the training, then who has waited longest.

    A call at a time that was agreed is not made before that time.
    """
    due = at_their_moment(
        moments, lambda now: or_(Handoff.call_from.is_(None), Handoff.call_from <= now)
    )
    free = (Conversation.agent.is_(None), Conversation.mode != "closed")
    chosen = _chosen().where(*_of(wanted), due, *free)
    ordered = chosen.order_by(Handoff.priority.desc(), Handoff.created_at, Handoff.id)
    return (await session.scalars(ordered.limit(at_most))).all()


def _chosen() -> Select[Handoff]:
    """Joined to the conversations once, by which they are chosen and with which they are shown."""
    return select(Handoff).join(Handoff.conversation).options(contains_eager(Handoff.conversation))


def _of(wanted: Wanted) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = [
        Conversation.client.in_(wanted.clients),
        Handoff.state.in_(wanted.states),
    ]
    if wanted.taken_by is not None:
        chosen.append(Handoff.taken_by == wanted.taken_by)
    if wanted.not_by is not None:
        chosen.append(Handoff.taken_by != wanted.not_by)
    if wanted.languages:
        chosen.append(Conversation.language.in_(wanted.languages))
    if wanted.reasons:
        chosen.append(Handoff.reason.in_(wanted.reasons))
    if wanted.not_for:
        # Somebody in danger is for everybody.
        chosen.append(or_(Handoff.priority > 0, Handoff.reason.not_in(wanted.not_for)))
    return chosen


def _later(last: Handoff) -> ColumnElement[bool]:
    same = Handoff.priority == last.priority
    as_long = and_(same, Handoff.created_at == last.created_at)
    return or_(
        Handoff.priority < last.priority,
        and_(same, Handoff.created_at > last.created_at),
        and_(as_long, Handoff.id > last.id),
    )


def _earlier(last: Handoff) -> ColumnElement[bool]:
    return or_(
        Handoff.ended_at < last.ended_at,
        and_(Handoff.ended_at == last.ended_at, Handoff.id > last.id),
    )
