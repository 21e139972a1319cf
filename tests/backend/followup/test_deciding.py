"""What keeps somebody from being written to first."""

from datetime import date, time, timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update

from backend.cases.holding import hold
from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.channels.models import Contact, Thread
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.followup.refusing import refuses
from backend.handoff.models import Handoff
from backend.plans import Stop
from tests.backend.conversations.people import a_case
from tests.backend.followup.debtor import Debtor

BEFORE = date(2026, 11, 30)
DUE = date(2026, 12, 2)


async def why(debtor: Debtor, kind: str = "coming") -> str | None:
    reminder = await debtor.reminder(kind)
    return reminder.why if reminder else None


async def nothing_is_said(debtor: Debtor, day: date = BEFORE, at: time = time(10)) -> str | None:
    assert await debtor.is_followed_up(day, at) == []
    return await why(debtor)


@pytest.mark.parametrize("at", [time(8, 59), time(20, 0), time(23, 30)])
async def test_not_outside_contact_hours(debtor: Debtor, at: time):
    await nothing_is_said(debtor, BEFORE, at)
    assert len(await debtor.is_followed_up(BEFORE, time(9, 0))) == 1


async def test_not_on_a_sunday_or_holiday(debtor: Debtor):
    await nothing_is_said(debtor, date(2026, 11, 29))


async def test_not_while_the_case_rests_and_said_when_it_does_not_any_more(debtor: Debtor):
    async with debtor.house.database.transaction() as session:
        case = await get_case(session, debtor.case)
        client = debtor.house.clients.get(case.client)
        hold(session, case, client, reason="illness", note="", until=BEFORE, on=BEFORE)
    assert await nothing_is_said(debtor) == "resting"
    assert len(await debtor.is_followed_up(BEFORE + timedelta(days=1))) == 1


@pytest.mark.parametrize("stop", list(Stop))
async def test_not_while_the_case_is_stopped(debtor: Debtor, stop: Stop):
    async with debtor.house.database.transaction() as session:
        await session.execute(update(Case).values(stops=[stop.value]))
    assert await nothing_is_said(debtor) == "resting"


async def test_a_disputed_plan_does_not_break(debtor: Debtor):
    await debtor.is_followed_up(date(2026, 12, 7))
    async with debtor.house.database.transaction() as session:
        await session.execute(update(Case).values(stops=["disputed"]))
    await debtor.is_followed_up(date(2027, 1, 15))
    assert await debtor.state() == ("plan", "agreed")


@pytest.mark.parametrize("mode", ["queue", "agent"])
async def test_not_while_a_person_has_the_conversation(debtor: Debtor, mode: str):
    async with debtor.house.database.transaction() as session:
        await session.execute(update(Conversation).values(mode=mode))
    assert await nothing_is_said(debtor) == "with_a_person"


async def handed_over(debtor: Debtor, **more: object) -> None:
    async with debtor.house.database.transaction() as session:
        handoff = {"reason": "change_plan", "priority": 0, "state": "waiting", **more}
        session.add(
            Handoff(
                id=uuid4().hex,
                reference=uuid4().hex[:8],
                conversation_id=debtor.conversation,
                kind="chat",
                keeps_assistant=False,
                wish="",
                facts={},
                **handoff,
            )
        )


async def test_not_while_a_person_has_promised_to_come(debtor: Debtor):
    await handed_over(debtor)
    assert await nothing_is_said(debtor) == "with_a_person"


async def test_not_for_a_while_after_somebody_was_in_danger(debtor: Debtor):
    ended = {"state": "closed", "reason": "crisis", "priority": 1}
    await handed_over(debtor, **ended, created_at=utc_now() - timedelta(days=29))
    assert await nothing_is_said(debtor) == "crisis"


async def test_again_when_that_is_long_ago(debtor: Debtor):
    ended = {"state": "closed", "reason": "crisis", "priority": 1}
    await handed_over(debtor, **ended, created_at=utc_now() - timedelta(days=31))
    assert len(await debtor.is_followed_up(BEFORE)) == 1


async def test_not_in_the_middle_of_a_talk(debtor: Debtor):
    await debtor.says("Hur mycket är det kvar?", ago=timedelta(seconds=20))
    assert await nothing_is_said(debtor) == "talking"


@pytest.mark.parametrize("text", ["Inga påminnelser!", "no more reminders", "ei muistutuksia"])
async def test_not_to_somebody_who_wants_none(debtor: Debtor, text: str):
    await debtor.says(text)
    assert await nothing_is_said(debtor) == "refused"


async def test_who_speaks_of_reminders_does_not_refuse_them(debtor: Debtor):
    await debtor.says("Jag har fått inga påminnelser, varför?")
    assert len(await debtor.is_followed_up(BEFORE)) == 1


async def test_what_was_said_last_holds(debtor: Debtor):
    await debtor.says("inga påminnelser", ago=timedelta(hours=2))
    await debtor.says("Påminn mig igen.", ago=timedelta(hours=1))
    assert len(await debtor.is_followed_up(BEFORE)) == 1


async def test_not_after_a_stop_word_on_a_messaging_channel(debtor: Debtor):
    debtor.conversation = await debtor.begins_to_talk("sms")
    await debtor.says("Hej igen", ago=timedelta(hours=1))
    async with debtor.house.database.transaction() as session:
        contact = Contact(
            id=uuid4().hex, channel="sms", client="lind", address="x", stopped_at=utc_now()
        )
        session.add(contact)
        await session.flush()
        session.add(Thread(contact_id=contact.id, conversation_id=debtor.conversation))
    assert await nothing_is_said(debtor) == "refused"


async def test_what_the_case_api_is_told_holds_until_it_is_told_otherwise(
    debtor: Debtor, api: httpx.AsyncClient
):
    path = f"/api/cases/{debtor.case}/reminders"
    assert (await api.put(path, json={"wanted": False})).json() == {"wanted": False}
    async with debtor.house.database.transaction() as session:
        assert await refuses(session, debtor.case, debtor.conversation)
    await api.put(path, json={"wanted": True})
    assert len(await debtor.is_followed_up(BEFORE)) == 1


async def test_the_channel_on_which_the_debtor_last_wrote_is_used(debtor: Debtor):
    other = await debtor.begins_to_talk("telegram")
    await debtor.says("Hej", other, ago=timedelta(hours=1))
    [said] = await debtor.is_followed_up(BEFORE)
    assert said.conversation_id == other


async def test_one_message_a_day_over_all_cases_of_a_debtor(debtor: Debtor):
    await a_case(debtor.house.database, "LI-2")
    async with debtor.house.database.transaction() as session:
        first = await session.get_one(Case, "LI-1")
        second = await session.get_one(Case, "LI-2")
        second.debtor_id = first.debtor_id
    other = await Debtor.with_plan(debtor.house, "LI-2", DUE, [486_000])
    said = await debtor.is_followed_up(BEFORE) + await other.is_followed_up(BEFORE)
    waiting = {await why(debtor), await why(other)}
    assert waiting == {None, "often_enough"}
    assert len(said) <= 1
    await other.is_followed_up(BEFORE + timedelta(days=1))
    assert await why(other) is None
    assert await why(debtor) is None


async def test_thanks_do_not_count_and_are_not_counted(debtor: Debtor):
    assert len(await debtor.is_followed_up(BEFORE)) == 1
    await debtor.pays(1_000, BEFORE)
    assert len(await debtor.is_followed_up(BEFORE)) == 1
