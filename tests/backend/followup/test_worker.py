"""What is said first, and when: a debtor's plan from its first instalment to its last."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from backend.clients import ClientBook
from backend.conversations.models import Conversation, Message
from backend.eventlog.models import LoggedEvent
from backend.followup import carrying_out
from backend.followup.worker import Followup
from backend.identity.access import fingerprint
from backend.live import conversation_topic
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.followup.debtor import Debtor

DUE = date(2026, 12, 2)  # a Wednesday
NOT_YET = date(2026, 11, 27)
BEFORE = date(2026, 11, 30)  # three days before is a Sunday, so it is the Monday
#: Due on Wednesday, seen on Friday after two bank days, asked on the next day: a Saturday, so Monday.
ASKED = date(2026, 12, 7)
BROKEN = date(2026, 12, 18)


async def test_the_next_instalment_is_reminded_of_some_days_before(debtor: Debtor):
    assert await debtor.is_followed_up(NOT_YET) == []
    [said] = await debtor.is_followed_up(BEFORE)
    assert said.sender == "assistant"
    assert "1\xa0620,00\xa0kr" in said.text
    assert "onsdag 2 december" in said.text
    assert said.card is not None
    assert (said.card["type"], said.card["amount"], said.card["due"]) == (
        "payment",
        162_000,
        "2026-12-02",
    )


async def test_a_reminder_is_said_once_however_often_one_looks(debtor: Debtor):
    assert len(await debtor.is_followed_up(BEFORE)) == 1
    assert await debtor.is_followed_up(BEFORE) == []
    assert await debtor.is_followed_up(BEFORE + timedelta(days=1)) == []


async def test_two_backends_at_the_same_moment_say_it_once(debtor: Debtor):
    house = debtor.on(BEFORE)
    said = await asyncio.gather(*(Followup(house).round() for _ in range(4)))
    assert sum(said) == 1
    assert len(await debtor.messages()) == 2


async def test_a_payment_is_thanked_for_with_what_comes_next(debtor: Debtor):
    await debtor.pays(162_000, DUE)
    [said] = await debtor.is_followed_up(DUE)
    assert said.text.startswith("Tack. 1\xa0620,00\xa0kr har kommit fram.")
    assert "lördag 2 januari" in said.text
    assert "2 delbetalningar kvar" in said.text
    assert await debtor.is_followed_up(DUE + timedelta(days=1)) == []


async def test_two_payments_of_a_day_are_thanked_for_together(debtor: Debtor):
    await debtor.pays(100_000, DUE)
    await debtor.pays(62_000, DUE)
    [said] = await debtor.is_followed_up(DUE)
    assert "1\xa0620,00\xa0kr" in said.text


async def test_the_last_payment_ends_the_plan_and_is_thanked_for_warmly(debtor: Debtor):
    await debtor.pays(486_000, DUE)
    assert await debtor.state() == ("paid", "completed")
    [said] = await debtor.is_followed_up(DUE)
    assert "Nu är allt betalt" in said.text
    assert said.buttons == []
    assert await debtor.is_followed_up(date(2027, 1, 20)) == []


async def test_a_missed_instalment_is_first_asked_about_kindly(debtor: Debtor):
    assert await debtor.is_followed_up(date(2026, 12, 4)) == []
    [said] = await debtor.is_followed_up(ASKED)
    assert "Har du redan betalat" in said.text
    assert [button["title"] for button in said.buttons] == [
        "Jag har redan betalat",
        "Jag behöver en annan dag",
        "Prata med en person",
    ]
    assert await debtor.state() == ("plan", "agreed")


async def test_what_is_missing_of_a_part_payment_is_asked_about(debtor: Debtor):
    await debtor.is_followed_up(BEFORE)
    await debtor.pays(100_000, DUE)
    assert "620,00\xa0kr, senast" in (await debtor.is_followed_up(DUE))[0].text
    [said] = await debtor.is_followed_up(ASKED)
    assert "saknas 620,00\xa0kr" in said.text


async def test_an_instalment_that_came_is_not_asked_about(debtor: Debtor):
    await debtor.pays(162_000, DUE)
    await debtor.is_followed_up(DUE)
    assert await debtor.is_followed_up(ASKED) == []


async def test_a_plan_breaks_when_the_question_stays_without_a_payment(debtor: Debtor):
    await debtor.is_followed_up(ASKED)
    assert await debtor.is_followed_up(BROKEN - timedelta(days=1)) == []
    [said] = await debtor.is_followed_up(BROKEN)
    assert "gäller inte längre" in said.text
    assert await debtor.state() == ("plan_broken", "broken")
    assert await debtor.is_followed_up(BROKEN + timedelta(days=30)) == []


async def test_a_plan_never_breaks_before_it_was_asked_about(debtor: Debtor):
    """The product was down for weeks: first the question, and time to answer it."""
    long_after = date(2027, 1, 11)
    [said] = await debtor.is_followed_up(long_after)
    assert "Har du redan betalat" in said.text
    assert await debtor.state() == ("plan", "agreed")
    assert await debtor.is_followed_up(long_after + timedelta(days=6)) == []
    [said] = await debtor.is_followed_up(long_after + timedelta(days=7))
    assert "gäller inte längre" in said.text


async def test_a_payment_in_the_last_moment_keeps_the_plan(debtor: Debtor):
    await debtor.is_followed_up(ASKED)
    await debtor.is_followed_up(BROKEN - timedelta(days=1))
    await debtor.pays(162_000, BROKEN)
    [said] = await debtor.is_followed_up(BROKEN)
    assert said.text.startswith("Tack.")
    assert await debtor.state() == ("plan", "agreed")


async def test_after_weeks_without_the_product_nobody_is_flooded(debtor: Debtor):
    """One question, although two instalments, two reminders and the plan's end came due."""
    first_day = [await debtor.is_followed_up(date(2027, 1, 11), time(hour)) for hour in (9, 12, 15)]
    assert [len(said) for said in first_day] == [1, 0, 0]


async def test_a_plan_of_somebody_who_never_wrote_ends_without_words(debtor: Debtor):
    async with debtor.house.database.transaction() as session:
        conversation = await session.get_one(Conversation, debtor.conversation)
        conversation.case_reference = None
    await debtor.is_followed_up(ASKED)
    await debtor.is_followed_up(BROKEN)
    assert await debtor.state() == ("plan_broken", "broken")
    assert await debtor.messages() == []


async def test_a_crash_before_the_end_leaves_nothing_said_and_it_comes_round_again(
    debtor: Debtor, monkeypatch: pytest.MonkeyPatch
):
    def crashes(*_: object, **__: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as crashing:
        crashing.setattr(carrying_out, "record", crashes)
        assert await debtor.is_followed_up(BEFORE) == []
    assert len(await debtor.is_followed_up(BEFORE)) == 1


async def test_who_has_the_conversation_on_the_screen_sees_it_at_once(debtor: Debtor):
    async with debtor.house.hub.subscribe(conversation_topic(debtor.conversation)) as events:
        [said] = await debtor.is_followed_up(BEFORE)
        event = await anext(events)
    assert (event["type"], event["message"]["id"]) == ("message", said.id)


async def test_a_button_is_an_ordinary_turn(
    debtor: Debtor, http: httpx.AsyncClient, rasa: FakeRasa
):
    async with debtor.house.database.transaction() as session:
        conversation = await session.get_one(Conversation, debtor.conversation)
        conversation.access_hash = fingerprint("its-token")
    [said] = await debtor.is_followed_up(ASKED)
    pressed = {"id": str(uuid4()), "text": said.buttons[0]["title"], **_payload(said, 0)}
    path = f"/api/chat/conversations/{debtor.conversation}/messages"
    answer = await http.post(path, json=pressed, headers={"Authorization": "Bearer its-token"})
    assert answer.status_code == 200
    assert rasa.asked[-1]["command"] == "/report_payment_made"


def _payload(said: Message, button: int) -> dict[str, str]:
    return {"payload": said.buttons[button]["payload"]}


async def test_each_message_stands_in_the_event_log(debtor: Debtor):
    await debtor.is_followed_up(BEFORE)
    await debtor.is_followed_up(ASKED)
    await debtor.is_followed_up(BROKEN)
    async with debtor.house.database.transaction() as session:
        kinds = ("reminder_sent", "plan_broken")
        chosen = select(LoggedEvent).where(LoggedEvent.kind.in_(kinds)).order_by(LoggedEvent.seq)
        logged = [(event.kind, event.data) for event in await session.scalars(chosen)]
    assert logged == [
        ("reminder_sent", {"about": "coming"}),
        ("reminder_sent", {"about": "missed"}),
        ("plan_broken", {"number": 1}),
        ("reminder_sent", {"about": "broken"}),
    ]


def _with(house: Services, **wanted: object) -> Services:
    clients = [
        client.model_copy(update={"followup": client.followup.model_copy(update=wanted)})
        for client in house.clients
    ]
    return replace(house, clients=ClientBook({client.id: client for client in clients}))


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        ({"active": False}, BEFORE),
        ({"remind_days_before": None}, BEFORE),
        ({"ask_days_after": None}, ASKED),
        ({"plan_breaks": False}, BROKEN),
    ],
)
async def test_a_client_switches_off_what_it_does_not_want(
    debtor: Debtor, wanted: dict[str, object], day: date
):
    debtor.house = _with(debtor.house, **wanted)
    if "plan_breaks" in wanted:
        await debtor.is_followed_up(ASKED)
    assert await debtor.is_followed_up(day) == []
    assert await debtor.state() == ("plan", "agreed")


async def test_a_client_may_remind_earlier(debtor: Debtor):
    debtor.house = _with(debtor.house, remind_days_before=7)
    assert len(await debtor.is_followed_up(date(2026, 11, 25))) == 1
