"""What is written into the audit."""

import pytest
import structlog
from sqlalchemy import select

from backend.audit import CASE_API, Actor, Subject, write_down
from backend.audit.models import AuditRow
from backend.audit.recording import read_acts
from backend.database import Database


async def rows(database: Database) -> list[AuditRow]:
    async with database.transaction() as session:
        return list(await session.scalars(select(AuditRow).order_by(AuditRow.seq)))


async def test_an_act_is_written_with_who_what_and_under_which_request(database: Database) -> None:
    with structlog.contextvars.bound_contextvars(request="r-1"):
        async with database.transaction() as session:
            write_down(session, "case.read", CASE_API, Subject("case", "L-1"), client="lind")
    [row] = await rows(database)
    assert (row.actor_kind, row.actor_id, row.act) == ("service", "case-api", "case.read")
    assert (row.subject_kind, row.subject_id, row.case_reference) == ("case", "L-1", "L-1")
    assert (row.client, row.result, row.request) == ("lind", "done", "r-1")


async def test_what_is_undone_was_not_done(database: Database) -> None:
    async def fails() -> None:
        async with database.transaction() as session:
            write_down(session, "message.sent", Actor.staff("u1"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert await rows(database) == []


async def test_a_word_that_is_not_in_the_list_is_refused(database: Database) -> None:
    async with database.transaction() as session:
        with pytest.raises(LookupError):
            write_down(session, "case.looked_at", CASE_API)


async def test_an_id_from_outside_is_cut(database: Database) -> None:
    async with database.transaction() as session:
        write_down(session, "access.refused", Actor.staff("u1"), Subject("miss", "x" * 500))
    [row] = await rows(database)
    assert row.subject_id == "x" * 64


def test_every_word_says_what_it_means_and_fits_its_column() -> None:
    for act, says in read_acts().items():
        assert len(act) <= 32
        assert "." in act
        assert len(says) > 10
