"""Who waits is told the place and an honest wait, and may leave without losing what was asked for."""

import json
from dataclasses import replace
from datetime import date, time

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from websockets.asyncio.client import connect

from backend.clock import Clock, utc_now
from backend.handoff.board import Board
from backend.handoff.models import Handoff
from backend.handoff.news import QueueNews
from backend.handoff.pace import pace_rules
from backend.handoff.queue_words import queue_words
from backend.services import Services
from backend.texts import known_languages
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame, hello
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.handoff.waiting import MINUTE, always_open, one_every, works


@pytest.fixture
async def busy(house: Services) -> Services:
    """One person works, and has taken somebody who waited every four minutes."""
    await always_open(house)
    await one_every(house, minutes=4)
    await works(house)
    return house


async def handoff_of(house: Services, visitor: Visitor) -> Handoff:
    async with house.database.transaction() as session:
        found = select(Handoff).where(Handoff.conversation_id == visitor.id)
        handoff: Handoff | None = await session.scalar(found)
    assert handoff is not None
    return handoff


async def waits(http: httpx.AsyncClient, number: int = 1) -> list[Visitor]:
    visitors = [await Visitor.arrives(http) for _ in range(number)]
    for visitor in visitors:
        await hand_over(http, visitor)
    return visitors


@pytest.mark.usefixtures("busy")
async def test_the_wait_is_that_of_the_measured_pace_rounded_up(http: httpx.AsyncClient) -> None:
    answers = [await hand_over(http, await Visitor.arrives(http)) for _ in range(3)]
    assert [(one["place"], one["minutes"]) for one in answers] == [(1, 5), (2, 10), (3, 15)]
    assert {one["wait"] for one in answers} == {"known"}


async def test_with_more_people_at_work_the_wait_is_shorter(
    http: httpx.AsyncClient, busy: Services
) -> None:
    await works(busy)
    for _ in range(4):
        answer = await hand_over(http, await Visitor.arrives(http))
    assert (answer["place"], answer["minutes"]) == (4, 10)


async def test_while_nobody_works_no_time_is_told(http: httpx.AsyncClient, house: Services) -> None:
    await one_every(house, minutes=4)
    answer = await hand_over(http, await Visitor.arrives(http))
    assert (answer["place"], answer["wait"], answer["minutes"]) == (1, "next", None)


async def test_where_too_little_is_measured_no_time_is_told(
    http: httpx.AsyncClient, house: Services
) -> None:
    await one_every(house, minutes=4, times=3)
    await works(house)
    await waits(http)
    answer = await hand_over(http, await Visitor.arrives(http))
    assert (answer["place"], answer["wait"], answer["minutes"]) == (2, "unknown", None)


async def test_that_it_closes_before_their_turn_is_told_instead_of_a_time(
    app: FastAPI, http: httpx.AsyncClient, busy: Services
) -> None:
    late = Clock(date(2026, 11, 25), time(23, 54))
    app.state.services = replace(busy, clock=late)
    answers = [await hand_over(http, await Visitor.arrives(http)) for _ in range(2)]
    assert [one["wait"] for one in answers] == ["known", "closing"]
    assert [one["closes"] for one in answers] == [None, "2026-11-26T00:00:00+01:00"]


async def test_the_page_is_shown_the_place_and_how_it_changes(
    app: FastAPI,
    http: httpx.AsyncClient,
    served: str,
    busy: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("backend.conversations.watching.QUEUE_SECONDS", 0.05)
    app.state.services = replace(busy, where_in_queue=Board(kept_seconds=0).event)
    first, second = await waits(http, 2)
    async with connect(f"ws://{served}{second.path}/live") as socket:
        await hello(socket, second)
        assert await frame(socket, "queue") == {
            "type": "queue",
            "place": 2,
            "minutes": 10,
            "closes": None,
        }
        async with busy.database.transaction() as session:
            theirs = update(Handoff).where(Handoff.conversation_id == first.id)
            await session.execute(theirs.values(state="closed"))
        assert (await frame(socket, "queue"))["place"] == 1


async def test_the_chat_tells_it_again_only_when_it_is_their_turn_next(
    http: httpx.AsyncClient, busy: Services
) -> None:
    first, second, third = await waits(http, 3)
    news = QueueNews(busy)
    assert await news.round() == 0
    async with busy.database.transaction() as session:
        theirs = update(Handoff).where(Handoff.conversation_id == first.id)
        await session.execute(theirs.values(state="closed"))
    assert await news.round() == 1
    assert (await second.transcript())[-1].startswith("Nu är du nummer 1 i kön")
    assert len(await third.transcript()) == 1
    assert await news.round() == 0


async def test_a_wait_that_has_become_much_longer_is_told_once(
    http: httpx.AsyncClient, busy: Services
) -> None:
    [visitor] = await waits(http)
    long_ago = update(Handoff).where(Handoff.conversation_id == visitor.id)
    told = {"told_at": utc_now() - 30 * MINUTE, "told_minutes": 5, "told_place": 1}
    async with busy.database.transaction() as session:
        await session.execute(long_ago.values(**told))
    await one_every(busy, minutes=30, times=12)
    news = QueueNews(busy)
    assert await news.round() == 1
    assert "väntan är ungefär" in (await visitor.transcript())[-1]
    assert await news.round() == 0


@pytest.mark.parametrize("at_once", [1, 2])
async def test_at_closing_time_the_assistant_goes_on_and_the_place_is_kept(
    http: httpx.AsyncClient, house: Services, at_once: int
) -> None:
    [visitor] = await waits(http)
    asked = (await handoff_of(house, visitor)).created_at
    evening = replace(house, clock=Clock(date(2026, 11, 25), time(17, 1)))
    assert sum([await QueueNews(evening).round() for _ in range(at_once)]) == 1
    shown = await visitor.reads()
    assert shown["mode"] == "bot"
    assert "torsdag 26 november kl. 09:00" in shown["messages"][-1]["text"]
    assert await visitor.hears("tack") == ["You said: tack"]
    handoff = await handoff_of(house, visitor)
    assert (handoff.state, handoff.created_at) == ("waiting", asked)


async def test_closing_time_is_told_to_some_at_a_time_and_to_each_once(
    http: httpx.AsyncClient, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = pace_rules().model_copy(update={"most_told_a_round": 2})
    monkeypatch.setattr("backend.handoff.news.pace_rules", lambda: few)
    visitors = await waits(http, 3)
    evening = replace(house, clock=Clock(date(2026, 11, 25), time(17, 1)))
    news = QueueNews(evening)
    assert [await news.round() for _ in range(3)] == [2, 1, 0]
    for visitor in visitors:
        assert (await visitor.reads())["mode"] == "bot"
        assert sum("kl. 09:00" in line for line in await visitor.transcript()) == 1


async def test_back_to_the_assistant_leaves_the_queue(
    http: httpx.AsyncClient, house: Services
) -> None:
    first, second = await waits(http, 2)
    [line] = await first.hears("Tillbaka till assistenten.")
    assert line.startswith("Du har lämnat kön")
    assert (await first.reads())["mode"] == "bot"
    assert await first.hears("tack") == ["You said: tack"]
    assert (await handoff_of(house, first)).state == "returned"
    assert (await hand_over(http, second))["place"] == 1


async def test_what_a_person_has_to_see_to_stays_theirs(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor, reason="dispute")
    [line] = await visitor.hears("lämna kön")
    assert "senast onsdag 25 november kl. 11:00" in line
    handoff = await handoff_of(house, visitor)
    assert (handoff.state, handoff.keeps_assistant) == ("waiting", True)


async def test_a_call_instead_keeps_the_place(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa
) -> None:
    first, second = await waits(http, 2)
    before = await handoff_of(house, first)
    rasa.answer = lambda body: said("Vilket nummer?" if body["command"] else body["text"])
    heard = await first.hears("Ring mig i stället!")
    assert heard == ["Då ringer vi dig, och du behåller din plats i kön.", "Vilket nummer?"]
    assert rasa.asked[-1]["command"] == "/request_callback"
    wish = {"reason": "callback", "kind": "callback", "phone": "0701740605"}
    answer = await hand_over(http, first, **wish)
    assert (answer["reference"], answer["mode"]) == (before.reference, "bot")
    after = await handoff_of(house, first)
    assert (after.kind, after.phone, after.created_at) == (
        "callback",
        "0701740605",
        before.created_at,
    )
    assert (await hand_over(http, second))["place"] == 1


async def test_until_a_number_is_said_the_place_in_writing_is_kept(
    http: httpx.AsyncClient, house: Services
) -> None:
    [visitor] = await waits(http)
    await visitor.hears("ring mig")
    handoff = await handoff_of(house, visitor)
    assert (handoff.kind, handoff.state, handoff.keeps_assistant) == ("chat", "waiting", False)


async def test_the_same_press_again_does_nothing_more(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    [visitor] = await waits(http)
    first = await visitor.sends("ring mig", id="m-1")
    asked = len(rasa.asked)
    again = await visitor.sends("ring mig", id="m-1")
    assert first.json() == again.json()
    assert len(rasa.asked) == asked


async def test_the_words_mean_it_only_while_somebody_waits(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    assert await visitor.hears("ring mig") == ["You said: ring mig"]
    assert rasa.asked[-1]["command"] is None


async def test_who_asks_is_told_the_place_and_it_is_no_message_to_a_person(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    _, second = await waits(http, 2)
    assert await second.hears("Hur lång tid tar det?") == ["Nu är du nummer 2 i kön."]
    assert (await second.reads())["mode"] == "queue"


def test_each_language_has_words_for_both_ways_out_and_for_the_place() -> None:
    words = queue_words()
    for ways in (words.call, words.back, words.place):
        assert set(ways) == set(known_languages())
        for phrases in ways.values():
            assert all(words.about(phrase) for phrase in phrases), json.dumps(phrases)
