"""The only door to the table of the audit."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.actors import ActorKind
from backend.audit.models import AuditRow


async def list_rows(
    session: AsyncSession,
    clients: Collection[str],
    *,
    with_clientless: bool,
    begin: datetime | None = None,
    end: datetime | None = None,
    actors: Collection[str] | None = None,
    actor_kind: ActorKind | None = None,
    act: str | None = None,
    case: str | None = None,
    before: int | None = None,
    at_most: int,
) -> Sequence[AuditRow]:
    """Rows of the clients, the newest first; `with_clientless` with those that are no client's."""
    theirs = AuditRow.client.in_(clients)
    chosen = select(AuditRow).where(
        or_(theirs, AuditRow.client.is_(None)) if with_clientless else theirs
    )
    if begin is not None:
        chosen = chosen.where(AuditRow.at >= begin)
    if end is not None:
        chosen = chosen.where(AuditRow.at < end)
    if actors is not None:
        chosen = chosen.where(AuditRow.actor_id.in_(actors))
    if actor_kind is not None:
        chosen = chosen.where(AuditRow.actor_kind == actor_kind)
    if act is not None:
        chosen = chosen.where(AuditRow.act == act)
    if case is not None:
        chosen = chosen.where(AuditRow.case_reference == case)
    if before is not None:
        chosen = chosen.where(AuditRow.seq < before)
    return (await session.scalars(chosen.order_by(AuditRow.seq.desc()).limit(at_most))).all()


async def rows_about(
    session: AsyncSession, cases: Collection[str], conversations: Collection[str]
) -> Sequence[AuditRow]:
    """What was read and done about these cases and conversations, the oldest first."""
    about = or_(AuditRow.case_reference.in_(cases), AuditRow.subject_id.in_(conversations))
    return (await session.scalars(select(AuditRow).where(about).order_by(AuditRow.seq))).all()


async def last_sealed(session: AsyncSession) -> AuditRow | None:
    """The row with the last seal."""
    last = select(AuditRow).where(AuditRow.sealed_as.is_not(None))
    found: AuditRow | None = await session.scalar(last.order_by(AuditRow.sealed_as.desc()).limit(1))
    return found


async def unsealed_rows(session: AsyncSession, at_most: int) -> Sequence[AuditRow]:
    """Rows without a seal, the oldest first."""
    open_rows = select(AuditRow).where(AuditRow.seal.is_(None)).order_by(AuditRow.seq)
    return (await session.scalars(open_rows.limit(at_most))).all()


async def sealed_rows(session: AsyncSession, after: int, at_most: int) -> Sequence[AuditRow]:
    """Rows in the order of their seals, beginning after the place `after`."""
    later = select(AuditRow).where(AuditRow.sealed_as > after).order_by(AuditRow.sealed_as)
    return (await session.scalars(later.limit(at_most))).all()


async def count_rows(session: AsyncSession) -> int:
    """How many rows there are."""
    return await session.scalar(select(func.count()).select_from(AuditRow)) or 0
