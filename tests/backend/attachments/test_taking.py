"""Who may take a file, and how it goes out; and that it goes when the conversation goes."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from backend.attachments.models import Attachment
from backend.audit.models import AuditRow
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case, LedgerEntry
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.handoff.models import Handoff
from backend.retention.removing import remove_due
from backend.services import Services
from tests.backend.attachments.files import FILES, PDF, alva, send
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.staff.agents import (  # noqa: F401
    Agent,
    agents,
    alm,
    lind_only,
    password_hash,
    pyy_only,
)


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services) -> Visitor:
    """Alva, who has sent a receipt."""
    await a_case(house.database, "L-1")
    visitor = await alva(http, house)
    assert (await send(visitor, id="f1")).status_code == 200
    return visitor


async def take(agent: Agent, visitor: Visitor, id: str = "f1") -> httpx.Response:
    return await agent.http.get(f"/api/staff/conversations/{visitor.id}/attachments/{id}")


async def reads(house: Services) -> list[AuditRow]:
    async with house.database.transaction() as session:
        rows = select(AuditRow).where(AuditRow.act == "attachment.read").order_by(AuditRow.seq)
        return list(await session.scalars(rows))


async def test_staff_of_the_client_take_it_and_that_is_written_down(
    visitor: Visitor,
    house: Services,
    lind_only: Agent,  # noqa: F811
) -> None:
    answer = await take(lind_only, visitor)
    assert (answer.status_code, answer.content) == (200, PDF)
    [row] = await reads(house)
    assert (row.actor_kind, row.subject_id) == ("staff", visitor.id)
    assert (row.client, row.case_reference) == ("lind", "L-1")


async def test_staff_of_another_client_do_not(
    visitor: Visitor,
    house: Services,
    pyy_only: Agent,  # noqa: F811
) -> None:
    assert (await take(pyy_only, visitor)).status_code == 404
    assert await reads(house) == []


async def test_it_is_saved_and_never_shown_as_a_page(
    visitor: Visitor,
    alm: Agent,  # noqa: F811
) -> None:
    headers = (await take(alm, visitor)).headers
    assert headers["content-type"] == "application/pdf"
    assert headers["content-disposition"].startswith("attachment; filename=")
    assert headers["content-disposition"].endswith('.pdf"')
    assert "L-1" not in headers["content-disposition"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


async def test_the_debtor_gets_the_own_file_back(visitor: Visitor, house: Services) -> None:
    answer = await visitor.http.get(f"{visitor.path}/attachments/f1", headers=visitor.headers)
    assert (answer.status_code, answer.content) == (200, PDF)
    [row] = await reads(house)
    assert (row.actor_kind, row.actor_id) == ("debtor", visitor.id)


async def test_a_file_of_another_conversation_is_not_there(
    visitor: Visitor,
    http: httpx.AsyncClient,
    house: Services,
    alm: Agent,  # noqa: F811
) -> None:
    other = await alva(http, house)
    await send(other, FILES["png"], id="f2")
    mine = await http.get(f"{visitor.path}/attachments/f2", headers=visitor.headers)
    assert mine.status_code == 404
    assert (await take(alm, visitor, "f2")).status_code == 404


async def test_the_copy_of_all_that_is_kept_names_it(visitor: Visitor) -> None:
    copy = (await visitor.http.get(f"{visitor.path}/export", headers=visitor.headers)).json()
    [conversation] = copy["conversations"]
    [file] = conversation["attachments"]
    assert (file["id"], file["kind"], file["size"]) == ("f1", "pdf", len(PDF))


async def test_it_is_removed_with_the_conversation(visitor: Visitor, house: Services) -> None:
    long_ago = utc_now() - timedelta(days=40 * 366)
    async with house.database.transaction() as session:
        await session.execute(update(Handoff).values(state="closed"))
        await session.execute(update(Case).values(status=CaseStatus.PAID))
        await session.execute(update(LedgerEntry).values(booked_on=long_ago.date()))
        await session.execute(update(Conversation).values(updated_at=long_ago))
    await remove_due(house)
    async with house.database.transaction() as session:
        assert (await session.scalars(select(Attachment))).all() == []
        assert await session.get(Conversation, visitor.id) is None
