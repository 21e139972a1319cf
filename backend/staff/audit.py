"""The audit as staff read it: of the own clients, with the names of those who acted."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, write_down
from backend.audit.models import AuditRow
from backend.audit.repository import list_rows
from backend.services import Services
from backend.staff.audit_schemas import ActorOut, AuditItem, AuditPage, AuditQuery, SubjectOut
from backend.staff.models import StaffUser
from backend.staff.repository import ids_of_users_like, names_of_users
from backend.staff.signed_in import clients_of
from backend.staff.users_clients import ALL

_A_PAGE = 50


async def read_audit(house: Services, me: StaffUser, query: AuditQuery) -> AuditPage:
    """A page, the newest first. Days are those of the user's first client."""
    clients = clients_of(house, me)
    zone = house.clients.get(clients[0]).zone if clients else ZoneInfo("UTC")
    async with house.database.transaction() as session:
        rows = await list_rows(
            session,
            [client for client in clients if query.client in (None, client)],
            with_clientless=ALL in me.clients and query.client is None,
            begin=_midnight(query.begin, zone),
            end=_midnight(query.end + timedelta(days=1), zone) if query.end else None,
            actors=await _actors(session, query.actor),
            actor_kind=query.kind,
            act=query.act,
            case=query.case,
            before=query.before,
            at_most=_A_PAGE + 1,
        )
        users = {row.actor_id for row in rows if row.actor_kind == "staff" and row.actor_id}
        names = await names_of_users(session, users)
        write_down(session, "audit.read", Actor.staff(me.id))
    items = [_shown(row, names.get(row.actor_id or "")) for row in rows[:_A_PAGE]]
    return AuditPage(items=items, more=len(rows) > _A_PAGE)


async def _actors(session: AsyncSession, wanted: str | None) -> list[str] | None:
    """The ids that are meant by a name, an e-mail, an id or a service."""
    if not wanted:
        return None
    return [wanted, *await ids_of_users_like(session, wanted)]


def _midnight(day: date | None, zone: ZoneInfo) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), tzinfo=zone)


def _shown(row: AuditRow, name: str | None) -> AuditItem:
    about = (row.subject_kind, row.subject_id)
    return AuditItem(
        seq=row.seq,
        at=row.at,
        actor=ActorOut(kind=row.actor_kind, name=_name(row, name)),
        act=row.act,
        client=row.client,
        subject=SubjectOut(kind=about[0], id=about[1]) if about[0] and about[1] else None,
        case=row.case_reference,
        result=row.result,
        facts=row.facts,
        request=row.request,
    )


def _name(row: AuditRow, name: str | None) -> str | None:
    """A staff user's name, or a service's; a debtor has none here."""
    return {"staff": name, "service": row.actor_id}.get(row.actor_kind)
