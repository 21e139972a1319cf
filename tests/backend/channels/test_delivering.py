"""What a conversation says goes out once, in order, also when the channel fails for a while."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from backend.channels.models import Contact, Delivery, Thread
from backend.clock import utc_now
from backend.conversations import repository
from backend.conversations.repository import Line
from tests.backend.channels.fixtures import Product, another_process
from tests.backend.channels.signed import recorded
from tests.backend.conversations.fake_rasa import FakeRasa, said

CHANNELS = ["telegram", "sms", "whatsapp"]


async def says(product: Product, text: str, sender: Any = "agent", name: str | None = None) -> None:
    """Somebody in the house writes to the debtor."""
    conversation = await product.conversation()
    async with product.house.database.transaction() as session:
        await repository.append(session, conversation.id, [Line(sender, text, name=name)])


async def retries_now(product: Product) -> None:
    """Time passes until the next try."""
    async with product.house.database.transaction() as session:
        await session.execute(update(Thread).values(try_after=None))


@pytest.mark.parametrize("channel", CHANNELS)
async def test_what_an_agent_writes_goes_out_with_the_name(product: Product, channel: str) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    await says(product, "Hej, jag har läst det.", name="Siri")
    await says(product, "Samtalet är avslutat.", sender="system")
    assert await phone.reads() == ["Siri: Hej, jag har läst det.", "Samtalet är avslutat."]


async def test_the_persons_own_words_are_not_repeated(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    assert [piece.seq for piece in await product.deliveries()] == [1, 3]


@pytest.mark.parametrize(
    ("channel", "answer"),
    [
        ("telegram", "too_many_requests"),
        ("sms", "too_many_requests"),
        ("whatsapp", "too_many_requests"),
        ("sms", "server_error"),
        ("whatsapp", "server_error"),
        ("telegram", "wrong_token"),
        ("sms", "wrong_token"),
        ("whatsapp", "wrong_token"),
    ],
)
async def test_a_failure_that_passes_is_tried_again_and_the_order_stays(
    product: Product, channel: str, answer: str
) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    await says(product, "ett")
    await says(product, "två")
    await product.orders(channel, answer)
    assert await phone.reads() == []
    [waiting] = [piece for piece in await product.deliveries() if piece.state == "waiting"]
    assert (waiting.attempts, waiting.reason is not None) == (1, True)
    assert await phone.reads() == []
    await retries_now(product)
    assert await phone.reads() == ["ett", "två"]


async def test_between_two_tries_is_time(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.writes("hej")
    await says(product, "ett")
    await product.orders("telegram", "too_many_requests")
    before = utc_now()
    await phone.reads()
    [thread] = await product.rows(Thread)
    assert thread.try_after is not None
    assert thread.try_after - before >= timedelta(seconds=1)


@pytest.mark.parametrize(
    ("channel", "answer"),
    [
        ("telegram", "blocked"),
        ("telegram", "chat_not_found"),
        ("telegram", "too_long"),
        ("sms", "wrong_number"),
        ("whatsapp", "wrong_parameter"),
        ("whatsapp", "window_closed"),
    ],
)
async def test_a_failure_that_stays_is_noted_and_the_rest_goes_out(
    product: Product, channel: str, answer: str
) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    await says(product, "ett")
    await says(product, "två")
    await product.orders(channel, answer)
    assert await phone.reads() == ["två"]
    states = [piece.state for piece in await product.deliveries()]
    assert states.count("failed") == 1
    assert await product.refusals() == ["not-delivered"]


async def test_after_a_day_of_trying_a_message_is_given_up(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await says(product, "ett")
    await product.orders("sms", "server_error", times=2)
    await phone.reads()
    async with product.house.database.transaction() as session:
        long_ago = utc_now() - timedelta(hours=25)
        waiting = update(Delivery).where(Delivery.state == "waiting")
        await session.execute(waiting.values(created_at=long_ago))
    await retries_now(product)
    assert await phone.reads() == []
    assert (await product.deliveries())[-1].state == "failed"


async def test_after_a_day_of_silence_nothing_is_written_there(product: Product) -> None:
    phone = product.phone("whatsapp")
    await phone.writes("hej")
    await product.changes(Contact, heard_at=utc_now() - timedelta(hours=25))
    await says(product, "Är du kvar?")
    assert await phone.reads() == []
    assert (await product.deliveries())[-1].reason == "window-closed"
    assert await product.refusals() == ["window-closed"]


async def test_elsewhere_one_may_write_later_too(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await product.changes(Contact, heard_at=utc_now() - timedelta(days=30))
    await says(product, "Är du kvar?")
    assert await phone.reads() == ["Är du kvar?"]


async def test_who_has_said_stop_gets_nothing_from_an_agent_either(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await phone.writes("stopp")
    await says(product, "Är du kvar?")
    assert await phone.reads() == []
    assert (await product.deliveries())[-1].state == "skipped"


async def test_who_has_told_the_provider_to_stop_has_stopped_here(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await product.orders("sms", "opted_out")
    await says(product, "Är du kvar?")
    await phone.reads()
    [contact] = await product.rows(Contact)
    assert contact.stopped_at is not None
    await phone.writes("START")
    await says(product, "Är du kvar nu?")
    assert (await phone.reads())[-1] == "Är du kvar nu?"


async def test_the_providers_own_stop_word_stops_once_for_both(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    [theirs] = await phone.writes("STOP")
    assert "unsubscribed" in theirs
    assert await phone.writes("hallå?") == []
    *_, ours = await phone.writes("START")
    assert ours == "Då kan du skriva här igen. Vad vill du ha hjälp med?"


async def test_two_processes_without_a_common_lock_send_once(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.writes("hej")
    for text in ("ett", "två", "tre"):
        await says(product, text)
    other = another_process(product)
    await asyncio.gather(product.worker.work(), other.work())
    await other.close()
    assert await phone.reads() == ["ett", "två", "tre"]


async def test_a_piece_that_somebody_died_over_is_sent_by_the_next(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await says(product, "ett")
    conversation = await product.conversation()
    async with product.house.database.transaction() as session:
        session.add(
            Delivery(
                conversation_id=conversation.id,
                seq=4,
                part=0,
                channel="sms",
                state="sending",
                claimed_until=utc_now() + timedelta(seconds=60),
            )
        )
    assert await phone.reads() == []
    async with product.house.database.transaction() as session:
        over = utc_now() - timedelta(seconds=1)
        sending = update(Delivery).where(Delivery.state == "sending")
        await session.execute(sending.values(claimed_until=over))
    assert await phone.reads() == ["ett"]


async def test_what_was_sent_before_the_process_died_is_not_sent_again(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await product.changes(Thread, sent_seq=0)
    assert await phone.reads() == []


async def test_buttons_that_are_spent_already_are_not_shown(
    product: Product, rasa: FakeRasa
) -> None:
    button = {"title": "Yes", "payload": "/affirm"}
    rasa.answer = lambda body: {
        **said(),
        "messages": [{"text": "Shall we?", "buttons": [button], "card": None}],
    }
    phone = product.phone("telegram")
    await phone.writes("hej")
    shown = [shown for shown in await phone.shown() if not shown["mine"]]
    assert [len(message["rows"]) for message in shown] == [0, 1]


async def test_a_long_message_goes_out_in_pieces_in_order(product: Product, rasa: FakeRasa) -> None:
    text = " ".join(f"word{number}." for number in range(300))
    rasa.answer = lambda body: said(text)
    phone = product.phone("sms")
    await phone.sends("hej")
    heard = await phone.reads()
    assert len(heard) == 4
    assert " ".join(heard[:2]) == text


async def test_statuses_may_come_in_any_order(product: Product) -> None:
    phone = product.phone("whatsapp")
    await phone.writes("hej")
    recorded_id = b"wamid.HBgLNDY3MDE3NDA2MDUVAgASGBQ0ODUzN0Y2MTNBQjg1MTExNDEzRgA="
    [piece, *_] = await product.deliveries()
    assert piece.provider_id is not None
    content = recorded("whatsapp", "statuses__out_of_order")
    assert recorded_id in content
    ours = content.replace(recorded_id, piece.provider_id.encode())
    assert (await product.posts("whatsapp", ours)).status_code == 200
    assert (await product.deliveries())[0].state == "read"


@pytest.mark.parametrize(
    ("name", "state"),
    [("statuses__failed_undeliverable", "failed"), ("statuses__delivered", "delivered")],
)
async def test_a_status_that_comes_before_our_own_note_waits_for_it(
    product: Product, name: str, state: str
) -> None:
    await product.posts("whatsapp", recorded("whatsapp", name))
    [row] = await product.inbox()
    phone = product.phone("whatsapp")
    await phone.writes("hej")
    async with product.house.database.transaction() as session:
        first = update(Delivery).where(Delivery.seq == 1)
        await session.execute(first.values(provider_id=row.payload, state="sent"))
    await product.worker.work()
    assert (await product.deliveries())[0].state == state


async def test_the_worker_wakes_up_when_something_comes_in(product: Product) -> None:
    phone = product.phone("telegram")
    running = asyncio.create_task(product.worker.run())
    await phone.sends("hej")
    async with asyncio.timeout(10):
        while len(await phone.shown()) < 3:
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert [shown["mine"] for shown in await phone.shown()] == [True, False, False]
