"""Nothing is lost and nothing is doubled, whatever happens to the assistant in the middle."""

import asyncio
from datetime import timedelta

import httpx
from sqlalchemy import update

from backend.clock import utc_now
from backend.conversations.models import Turn
from backend.conversations.recovery import Recovery
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor

AWAY = "Jag kan inte svara just nu."


def heard_away(texts: list[str]) -> bool:
    return len(texts) == 1 and texts[0].startswith(AWAY)


async def test_while_the_assistant_is_away_that_is_said_once(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    assert heard_away(await visitor.hears("ett"))
    assert await visitor.hears("två") == []


async def test_the_next_message_has_the_answers_to_all_before_it(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    await visitor.hears("två")
    await rasa.start()
    answers = await visitor.hears("tre", id="m-3")
    assert answers == ["You said: ett", "You said: två", "You said: tre"]
    assert await visitor.hears("tre", id="m-3") == answers


async def test_a_repeated_message_gets_its_answer_when_the_assistant_is_back(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    assert heard_away(await visitor.hears("ett", id="m-1"))
    await rasa.start()
    assert (await visitor.hears("ett", id="m-1"))[1:] == ["You said: ett"]


async def test_recovery_answers_in_order_without_another_message(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    await visitor.hears("två")
    recovery = Recovery(house, shared.locks)
    assert not await recovery.recover()
    await rasa.start()
    assert await recovery.recover()
    answers = [text for text in await visitor.transcript() if text.startswith("You said")]
    assert answers == ["You said: ett", "You said: två"]


async def test_recovery_runs_until_it_is_stopped(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    running = asyncio.create_task(Recovery(house, shared.locks).run())
    await rasa.start()
    async with asyncio.timeout(10):
        while "You said: ett" not in await visitor.transcript():
            await asyncio.sleep(0.02)
    running.cancel()


async def test_after_an_outage_a_new_one_is_told_again(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    await rasa.start()
    await visitor.hears("två")
    await rasa.stop()
    assert heard_away(await visitor.hears("tre"))


async def test_a_reply_that_was_lost_after_the_turn_was_done_is_fetched_again(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.replies_to_lose = 1
    assert await visitor.hears("ett") == ["You said: ett"]
    assert [body["text"] for body in rasa.done] == ["", "ett"]
    assert len(rasa.asked) == 3


async def test_a_process_that_dies_with_the_answer_leaves_one_answer(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.replies_to_lose = 2
    assert heard_away(await visitor.hears("ett"))
    assert await Recovery(house, shared.locks).recover()
    assert (await visitor.transcript()).count("You said: ett") == 1
    assert [body["text"] for body in rasa.done] == ["", "ett"]


async def test_an_assistant_that_does_not_answer_in_time_is_away(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.may_answer.clear()
    assert heard_away(await visitor.hears("ett"))
    rasa.may_answer.set()
    assert await Recovery(house, shared.locks).recover()
    assert (await visitor.transcript()).count("You said: ett") == 1


async def test_a_turn_that_failed_is_tried_again(http: httpx.AsyncClient, rasa: FakeRasa) -> None:
    visitor = await Visitor.arrives(http)
    rasa.failing = 1
    assert heard_away(await visitor.hears("ett"))
    assert await visitor.hears("två") == ["You said: ett", "You said: två"]


async def test_a_turn_that_keeps_failing_is_given_up_and_the_next_goes_on(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.failing = 1
    await visitor.hears("ett", id="m-1")
    async with house.database.transaction() as session:
        long_ago = utc_now() - timedelta(minutes=6)
        await session.execute(update(Turn).where(Turn.id == "m-1").values(created_at=long_ago))
    rasa.failing = 1
    given_up, answer = await visitor.hears("två")
    assert given_up.startswith("Det där kunde jag inte svara på.")
    assert answer == "You said: två"


async def test_one_conversation_that_fails_does_not_hold_up_the_others(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    failing, other = await Visitor.arrives(http), await Visitor.arrives(http)
    await rasa.stop()
    await failing.hears("ett")
    await other.hears("två")
    await rasa.start()
    rasa.failing = 1
    assert not await Recovery(house, shared.locks).recover()
    transcripts = await failing.transcript() + await other.transcript()
    assert sum(text.startswith("You said") for text in transcripts) == 1


async def test_recovery_leaves_a_turn_that_is_running_to_its_request(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.may_answer.clear()
    sending = asyncio.create_task(visitor.sends("ett"))
    while len(rasa.asked) < 2:
        await asyncio.sleep(0.005)
    assert await Recovery(house, shared.locks).recover()
    rasa.may_answer.set()
    assert [m["text"] for m in (await sending).json()["messages"]] == ["You said: ett"]
    assert len(rasa.asked) == 2


async def test_answers_are_stored_once_even_without_a_lock(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await rasa.stop()
    await visitor.hears("ett")
    await rasa.start()
    unlocked = [Recovery(house, Live.in_memory().locks) for _ in range(4)]
    await asyncio.gather(*(recovery.recover() for recovery in unlocked))
    assert (await visitor.transcript()).count("You said: ett") == 1
