"""A payment that somebody told of and that does not come is asked about once, and only then."""

from datetime import date, time

import pytest
from sqlalchemy import delete, update

from backend.agreements.models import AgreedPlan, PlanPayment
from backend.cases.holding import hold
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.followup.outlook import outlook
from backend.followup.telling import followup_texts
from backend.handoff.models import Handoff
from tests.backend.followup.debtor import Debtor

#: A Wednesday; with the client's two bank days a payment of that day shows on Friday, and the first
#: hours after it in which somebody may be written to are on Monday.
TOLD = date(2026, 11, 25)
ASKED = date(2026, 11, 30)
LATER = time(12)


@pytest.fixture
async def told(debtor: Debtor) -> Debtor:
    """Somebody without a plan, who said on a Wednesday to have paid."""
    async with debtor.house.database.transaction() as session:
        await session.execute(delete(PlanPayment))
        await session.execute(delete(AgreedPlan))
        await session.execute(update(Case).values(status=CaseStatus.OPEN))
    await rest(debtor, "payment_reported")
    return debtor


async def rest(debtor: Debtor, reason: str) -> None:
    async with debtor.house.database.transaction() as session:
        case = await get_case(session, debtor.case)
        client = debtor.house.clients.get(case.client)
        hold(session, case, client, reason=reason, note="", until=None, on=TOLD)


async def test_it_is_asked_about_on_the_day_after_it_should_have_been_booked(told: Debtor) -> None:
    assert await told.is_followed_up(date(2026, 11, 27)) == []
    [asked] = await told.is_followed_up(ASKED)
    assert "9 december 2026" in asked.text.replace("\xa0", " ")
    assert [button["title"] for button in asked.buttons][0] == "Skicka kvittot"
    assert asked.buttons[0]["payload"] == "send_receipt"


async def test_it_is_asked_about_once(told: Debtor) -> None:
    await rest(told, "payment_reported")  # told twice
    assert len(await told.is_followed_up(ASKED)) == 1
    for day in (ASKED, date(2026, 12, 1), date(2026, 12, 8)):
        assert await told.is_followed_up(day, LATER) == []


async def test_one_that_has_come_is_not_asked_about(told: Debtor) -> None:
    await told.pays(50_000, date(2026, 11, 26))
    said = await told.is_followed_up(ASKED)
    assert all("kvittot" not in message.text for message in said)


async def test_who_has_sent_the_receipt_is_not_asked_for_it(told: Debtor) -> None:
    async with told.house.database.transaction() as session:
        session.add(
            Handoff(
                id="h1",
                reference="H-1",
                conversation_id=told.conversation,
                kind="chat",
                reason="payment_proof",
                priority=0,
                keeps_assistant=True,
                wish="",
                facts={},
                created_at=utc_now(),
            )
        )
    assert await told.is_followed_up(ASKED) == []


async def test_not_while_the_case_rests_for_something_else_too(told: Debtor) -> None:
    await rest(told, "illness")
    assert await told.is_followed_up(ASKED) == []


async def test_not_when_the_rest_is_over(told: Debtor) -> None:
    assert await told.is_followed_up(date(2026, 12, 10)) == []


async def test_a_locked_screen_shows_only_that_there_is_a_message(told: Debtor) -> None:
    async with told.house.database.transaction() as session:
        await session.execute(update(Conversation).values(channel="sms"))
    [asked] = await told.is_followed_up(ASKED)
    assert "kvitto" not in asked.text
    assert "betal" not in asked.text


def test_every_language_has_the_question() -> None:
    for catalogue in followup_texts().values():
        assert len(catalogue.write("unseen", {"until": "2026-12-09"})) > 40


async def test_the_dry_run_of_the_command_knows_it(told: Debtor) -> None:
    found = await outlook(told.on(ASKED), told.case)
    assert [(due.kind, due.act) for due in found.now] == [("unseen", "say")]
