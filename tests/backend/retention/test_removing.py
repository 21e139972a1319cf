"""What has been kept for its time goes, with all that belongs to it; everything else stays."""

from datetime import date, datetime, timedelta

import httpx
import pytest
from sqlalchemy import func, select, update

from backend.audit import SYSTEM, Subject, write_down
from backend.audit.models import AuditRow
from backend.cases.kinds import CaseStatus, EntryKind
from backend.cases.models import Case, IdempotencyKey, LedgerEntry
from backend.clock import utc_now
from backend.conversations.models import Conversation, Message, Turn
from backend.eventlog.models import LoggedEvent
from backend.handoff.models import Handoff
from backend.identity.models import UsedPageToken
from backend.identity.payment_page import make_payment_page_token
from backend.retention import removing
from backend.retention.removing import find_due, remove_due
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over

LONG_AGO = timedelta(days=91)


async def aged(house: Services, visitor: Visitor, age: timedelta = LONG_AGO) -> Visitor:
    """The visitor last wrote so long ago."""
    async with house.database.transaction() as session:
        theirs = update(Conversation).where(Conversation.id == visitor.id)
        await session.execute(theirs.values(updated_at=utc_now() - age))
    return visitor


async def counts(house: Services, *models: type) -> list[int]:
    async with house.database.transaction() as session:
        return [await session.scalar(select(func.count()).select_from(m)) or 0 for m in models]


async def removed(house: Services) -> dict[str, int]:
    return {found.kind: found.count for found in await remove_due(house) if found.count}


async def test_an_old_conversation_goes_with_all_that_belongs_to_it(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    old = await Visitor.arrives(http)
    await old.sends("hej")
    await hand_over(http, old)
    async with house.database.transaction() as session:
        await session.execute(update(Handoff).values(state="closed"))
    await aged(house, old)
    young = await Visitor.arrives(http)
    await young.sends("hej")
    [events] = await counts(house, LoggedEvent)
    assert await removed(house) == {"conversations_without_case": 1}
    assert await counts(house, Conversation, Handoff) == [1, 0]
    assert (await http.get(old.path, headers=old.headers)).status_code == 404
    assert len(await young.transcript()) == 3
    assert rasa.forgotten == [old.id]
    async with house.database.transaction() as session:
        for model in (Message, Turn):
            assert set(await session.scalars(select(model.conversation_id))) == {young.id}
        left = list(await session.scalars(select(LoggedEvent.conversation)))
    assert (len(left), old.id in left) == (events, False)


async def test_a_dry_run_tells_and_changes_nothing(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    await aged(house, await Visitor.arrives(http))
    before = await counts(house, Conversation, Message, AuditRow)
    found = {one.kind: one for one in await find_due(house)}
    assert found["conversations_without_case"].count == 1
    oldest = found["conversations_without_case"].oldest
    assert oldest is not None
    assert utc_now() - oldest > LONG_AGO
    assert await counts(house, Conversation, Message, AuditRow) == before
    assert rasa.forgotten == []


async def test_again_there_is_nothing_more_to_remove(
    http: httpx.AsyncClient, house: Services
) -> None:
    await aged(house, await Visitor.arrives(http))
    assert await removed(house) == {"conversations_without_case": 1}
    assert await removed(house) == {}


async def test_who_waits_for_a_person_is_not_removed(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await aged(house, visitor)
    assert await removed(house) == {}
    found = {one.kind: one for one in await find_due(house)}["conversations_without_case"]
    assert (found.count, found.kept_back) == (0, "1 wait for a person")


async def about_a_case(http: httpx.AsyncClient, house: Services) -> Visitor:
    await a_case(house.database, "L-1")
    token = make_payment_page_token(house.settings, "lind", "L-1")
    visitor = await Visitor.arrives(http, token=token)
    return await aged(house, visitor, timedelta(days=1000))


async def close_case(house: Services, on: date) -> None:
    async with house.database.transaction() as session:
        await session.execute(update(Case).values(status=CaseStatus.PAID))
        session.add(
            LedgerEntry(
                case_reference="L-1",
                booked_on=on,
                kind=EntryKind.PAYMENT,
                amount=-486_000,
                text="paid",
            )
        )


async def test_a_conversation_about_an_open_case_stays_however_old_it_is(
    http: httpx.AsyncClient, house: Services
) -> None:
    await about_a_case(http, house)
    await removed(house)
    assert await counts(house, Conversation) == [1]


@pytest.mark.parametrize(("days", "left"), [(100, 1), (800, 0)])
async def test_with_a_case_the_time_begins_when_the_case_is_closed(
    http: httpx.AsyncClient, house: Services, days: int, left: int
) -> None:
    await about_a_case(http, house)
    closed = date.today() - timedelta(days=days)
    async with house.database.transaction() as session:
        await session.execute(update(LedgerEntry).values(booked_on=closed))
    await close_case(house, closed)
    await removed(house)
    assert await counts(house, Conversation, UsedPageToken) == [left, left]
    assert await counts(house, Case, LedgerEntry) == [1, 2]  # the case is the case system's


async def test_while_the_assistant_is_away_conversations_stay_whole(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    visitor = await aged(house, await Visitor.arrives(http))
    await rasa.stop()
    found = {one.kind: one for one in await remove_due(house)}["conversations_without_case"]
    assert found.count == 0
    assert found.kept_back is not None
    await rasa.start()
    assert await removed(house) == {"conversations_without_case": 1}
    assert rasa.forgotten == [visitor.id]


async def test_who_writes_again_in_that_moment_keeps_the_conversation(
    http: httpx.AsyncClient, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = await aged(house, await Visitor.arrives(http))
    forget = house.assistant.forget

    async def forget_slowly(conversations: list[str]) -> None:
        await forget(conversations)
        await visitor.sends("still here")

    monkeypatch.setattr(house.assistant, "forget", forget_slowly)
    assert await removed(house) == {}
    assert "still here" in await visitor.transcript()


async def test_many_go_in_batches_each_written_down(
    http: httpx.AsyncClient, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "CONVERSATIONS_AT_ONCE", 2)
    monkeypatch.setattr(removing, "ROWS_AT_ONCE", 2)
    for number in range(5):
        await aged(house, await Visitor.arrives(http))
        async with house.database.transaction() as session:
            old = utc_now() - LONG_AGO
            session.add(IdempotencyKey(key=str(number), route="r", answer={}, created_at=old))
    assert await removed(house) == {"conversations_without_case": 5, "idempotency_keys": 5}
    async with house.database.transaction() as session:
        acts = select(AuditRow).where(AuditRow.act == "data.removed").order_by(AuditRow.seq)
        rows = [(row.subject_id, row.facts["count"]) for row in await session.scalars(acts)]
    assert rows == [
        ("conversations_without_case", 2),
        ("conversations_without_case", 2),
        ("conversations_without_case", 1),
        ("idempotency_keys", 2),
        ("idempotency_keys", 2),
        ("idempotency_keys", 1),
    ]


async def test_the_audit_is_kept_as_long_as_the_clients_country_wants(house: Services) -> None:
    six_years = utc_now() - timedelta(days=6 * 366)
    async with house.database.transaction() as session:
        for client in ("lind", "pyy", "gone", None):  # SE seven years, FI six, else five
            write_down(session, "case.read", SYSTEM, Subject("case", "X-1"), client=client)
        await session.flush()
        await session.execute(update(AuditRow).values(at=six_years))
    assert await removed(house) == {"audit": 3}
    async with house.database.transaction() as session:
        kept = select(AuditRow.client).where(AuditRow.act == "case.read")
        assert list(await session.scalars(kept)) == ["lind"]


async def test_a_moment_on_the_line_is_kept(house: Services) -> None:
    now = datetime.now(tz=utc_now().tzinfo)
    async with house.database.transaction() as session:
        for age in (30, 31):
            old = now - timedelta(days=age)
            session.add(IdempotencyKey(key=str(age), route="r", answer={}, created_at=old))
    await remove_due(house, now=now)
    async with house.database.transaction() as session:
        assert list(await session.scalars(select(IdempotencyKey.key))) == ["30"]
