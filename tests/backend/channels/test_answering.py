"""What is written in a messaging app becomes a conversation there."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from backend.channels.models import Contact, InboxMessage
from backend.channels.worker import ChannelWorker
from backend.clock import utc_now
from backend.conversations.models import Conversation, Message
from backend.live import Live
from tests.backend.channels.fixtures import Product, another_process
from tests.backend.channels.signed import recorded
from tests.backend.conversations.fake_rasa import Body, FakeRasa, echo, said

CHANNELS = ["telegram", "sms", "whatsapp"]
GREETING = "Hello from Lind Energi, I am automated."
OFFER = {"title": "Yes, please", "payload": "/affirm"}
NO_OFFER = {"title": "No, thanks", "payload": "/deny"}


def offering(body: Body) -> Body:
    """Offers two buttons when asked to, and repeats the command when one is pressed."""
    if body["command"] not in (None, "/open"):
        return said(f"You pressed {body['command']}")
    if body["text"] == "offer":
        return {
            **said(),
            "messages": [{"text": "Shall we?", "buttons": [OFFER, NO_OFFER], "card": None}],
        }
    return echo(body)


@pytest.mark.parametrize("channel", CHANNELS)
async def test_the_first_message_is_greeted_and_answered(product: Product, channel: str) -> None:
    phone = product.phone(channel)
    assert await phone.writes("hej på dig 😀") == [GREETING, "You said: hej på dig 😀"]
    conversation = await product.conversation()
    assert (conversation.channel, conversation.client) == (channel, "lind")
    assert not conversation.identified


@pytest.mark.parametrize("channel", CHANNELS)
async def test_the_second_message_goes_on_in_the_same_conversation(
    product: Product, channel: str
) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    assert await phone.writes("och sedan?") == ["You said: och sedan?"]
    await product.conversation()


async def test_messages_are_answered_in_their_order(product: Product, rasa: FakeRasa) -> None:
    phone = product.phone("telegram")
    for text in ("ett", "två", "tre"):
        await phone.sends(text)
    heard = await phone.reads()
    assert heard == [GREETING, "You said: ett", "You said: två", "You said: tre"]


async def test_two_people_have_two_conversations(product: Product) -> None:
    await product.phone("sms", number=1).writes("hej")
    await product.phone("sms", number=2).writes("hej")
    assert len(await product.rows(Conversation)) == 2


async def test_two_processes_without_a_common_lock_answer_once(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.sends("hej")
    other = another_process(product)
    await asyncio.gather(product.worker.work(), other.work())
    await other.work()
    await other.close()
    assert await phone.reads() == [GREETING, "You said: hej"]
    assert await product.transcript() == [
        f"assistant: {GREETING}",
        "debtor: hej",
        "assistant: You said: hej",
    ]


async def test_the_start_button_is_greeted_and_no_message(product: Product) -> None:
    phone = product.phone("telegram")
    assert await phone.writes("/start") == [GREETING]
    assert await product.transcript() == [f"assistant: {GREETING}"]


async def test_start_in_the_middle_greets_again(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.writes("hej")
    assert await phone.writes("/start campaign") == [GREETING]
    await product.conversation()


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_slash_that_is_typed_is_no_command(
    product: Product, rasa: FakeRasa, channel: str
) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    assert await phone.writes('/affirm{"amount": 1}') == ['You said: affirm{"amount": 1}']
    assert rasa.asked[-1]["command"] is None


@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
async def test_a_pressed_button_is_its_command(
    product: Product, rasa: FakeRasa, channel: str
) -> None:
    rasa.answer = offering
    phone = product.phone(channel)
    await phone.writes("offer")
    assert await phone.presses("Yes, please") == ["You pressed /affirm"]
    assert (await product.transcript())[-2] == "debtor: Yes, please"


@pytest.mark.parametrize("written", ["2", " 2. ", "2)", "no, thanks", "No, thanks."])
async def test_a_choice_can_be_written_in_a_text_message(
    product: Product, rasa: FakeRasa, written: str
) -> None:
    rasa.answer = offering
    phone = product.phone("sms")
    [_, offer] = await phone.writes("offer")
    assert offer.endswith("1. Yes, please\n2. No, thanks")
    assert await phone.writes(written) == ["You pressed /deny"]


@pytest.mark.parametrize("written", ["3", "0", "12", "2 månader"])
async def test_a_number_that_is_no_choice_stays_a_number(
    product: Product, rasa: FakeRasa, written: str
) -> None:
    rasa.answer = offering
    phone = product.phone("sms")
    await phone.writes("offer")
    assert await phone.writes(written) == [f"You said: {written}"]


async def test_a_number_is_no_choice_when_something_else_was_said_since(
    product: Product, rasa: FakeRasa
) -> None:
    rasa.answer = offering
    phone = product.phone("sms")
    await phone.writes("offer")
    await phone.writes("how many months?")
    assert await phone.writes("2") == ["You said: 2"]


async def test_a_number_is_no_choice_where_there_are_buttons(
    product: Product, rasa: FakeRasa
) -> None:
    rasa.answer = offering
    phone = product.phone("telegram")
    await phone.writes("offer")
    assert await phone.writes("2") == ["You said: 2"]


@pytest.mark.parametrize(
    ("channel", "name"),
    [
        ("telegram", "callback_query__unknown_button"),
        ("whatsapp", "messages__unknown_button"),
    ],
)
async def test_a_button_that_was_never_issued_says_what_to_do(
    product: Product, channel: str, name: str
) -> None:
    await product.posts(channel, recorded(channel, name))
    await product.worker.work()
    assert (await product.transcript())[-1] == (
        "system: Den knappen går inte att använda längre. Skriv i stället vad du vill."
    )


@pytest.mark.parametrize(
    ("channel", "name"),
    [
        *(("telegram", f"message__{kind}") for kind in ("voice", "photo", "sticker", "location")),
        *(("whatsapp", f"messages__{kind}") for kind in ("voice", "image", "sticker", "contacts")),
        ("sms", "message__voice"),
        ("sms", "message__location"),
    ],
)
async def test_what_is_no_text_gets_one_kind_line(
    product: Product, rasa: FakeRasa, channel: str, name: str
) -> None:
    await product.posts(channel, recorded(channel, name))
    await product.worker.work()
    assert (await product.transcript())[1:] == [
        "system: Jag kan bara läsa text. Skriv gärna med några ord vad det gäller."
    ]
    assert [asked["command"] for asked in rasa.asked] == ["/open"]


@pytest.mark.parametrize(
    "word", ["STOPP", "stop.", "Lopeta", "Hætta"]
)  # none of the provider's own
async def test_a_stop_word_stops_with_one_confirmation(
    product: Product, rasa: FakeRasa, word: str
) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    assert await phone.writes(word) == [
        "Nu skickar vi inget mer hit. Skriv START om du vill börja igen."
    ]
    asked = len(rasa.asked)
    assert await phone.writes("hallå?") == []
    assert len(rasa.asked) == asked
    assert await product.refusals() == ["stopped"]


async def test_after_the_start_word_it_goes_on(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await phone.writes("stopp")
    assert await phone.writes("Starta") == ["Då kan du skriva här igen. Vad vill du ha hjälp med?"]
    assert await phone.writes("hej igen") == ["You said: hej igen"]


async def test_a_stop_word_in_a_sentence_is_no_stop(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    assert await phone.writes("stoppa brevutskicken") == ["You said: stoppa brevutskicken"]


async def test_where_one_can_leave_the_chat_a_stop_word_is_a_text(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.writes("hej")
    assert await phone.writes("stopp") == ["You said: stopp"]


async def test_after_a_long_silence_nobody_is_known_any_more(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await product.changes(Contact, heard_at=utc_now() - timedelta(hours=49))
    assert (await phone.writes("hej igen"))[0] == GREETING
    assert len(await product.rows(Conversation)) == 2


async def test_who_waits_for_a_person_goes_on_after_a_long_silence(product: Product) -> None:
    phone = product.phone("sms")
    await phone.writes("hej")
    await product.changes(Contact, heard_at=utc_now() - timedelta(days=3))
    await product.changes(Conversation, mode="queue", handed_over=True)
    assert await phone.writes("är någon där?") == []
    assert (await product.conversation()).mode == "queue"


async def test_the_language_of_the_app_is_the_first(product: Product) -> None:
    content = recorded("telegram", "message__text_finnish")
    await product.posts("telegram", content)
    await product.worker.work()
    assert (await product.conversation()).language == "fi"


async def test_the_country_of_the_number_is_the_first_language(product: Product) -> None:
    await product.posts("whatsapp", recorded("whatsapp", "messages__text"), client="lind")
    await product.worker.work()
    assert (await product.conversation()).language == "sv"


async def test_while_the_assistant_is_away_nothing_is_lost(
    product: Product, rasa: FakeRasa
) -> None:
    await rasa.stop()
    phone = product.phone("sms")
    [away] = await phone.writes("hej")
    assert away.startswith("Jag kan inte svara just nu.")
    await rasa.start()
    assert await phone.writes("är du där?") == [
        GREETING,
        "You said: hej",
        "You said: är du där?",
    ]


async def test_what_was_written_is_not_kept_twice(product: Product) -> None:
    phone = product.phone("whatsapp")
    await phone.writes("hej")
    assert [(row.text, row.state) for row in await product.inbox() if row.kind == "text"] == [
        ("", "done")
    ]


async def test_a_row_that_was_half_done_is_done_once(product: Product, rasa: FakeRasa) -> None:
    """A process is killed after the answer was stored and before the row was ended."""
    phone = product.phone("telegram")
    await phone.writes("hej")
    before = await product.transcript()
    [row] = await product.inbox()
    async with product.house.database.transaction() as session:
        again = await session.get_one(InboxMessage, row.number)
        again.state, again.text = "waiting", "hej"
    assert await phone.reads() == []
    assert await product.transcript() == before


async def test_a_message_that_cannot_be_answered_now_holds_up_no_others(
    product: Product, shared: Live
) -> None:
    """A process that lacks its texts fails at what needs one; the next one that has them does not."""
    ill = ChannelWorker(replace(product.house, texts={}), shared)
    one, other = product.phone("sms", number=1), product.phone("sms", number=2)
    await one.sends("\u200b")
    await other.sends("hej")
    await ill.work()
    await ill.close()
    stuck, answered = [row for row in await product.inbox() if row.kind != "status"]
    assert (answered.state, stuck.state, stuck.attempts) == ("done", "waiting", 1)
    assert stuck.try_after is not None


async def test_what_came_for_a_client_that_is_gone_is_not_answered(product: Product) -> None:
    await product.phone("sms").sends("hej")
    [row] = await product.inbox()
    async with product.house.database.transaction() as session:
        (await session.get_one(InboxMessage, row.number)).client = "gone"
    await product.worker.work()
    assert await product.rows(Conversation) == []
    assert await product.refusals() == ["switched-off"]


async def test_a_client_that_is_leaving_goes_on_with_those_who_are_talking_already(
    product: Product,
) -> None:
    known, stranger = product.phone("sms", number=1), product.phone("sms", number=2)
    await known.sends("hej")
    await product.worker.work()
    book = product.house.clients
    leaving = {id_: replace(entry, removed=True) for id_, entry in book.reading.entries.items()}
    book.reading = replace(book.reading, entries=leaving)
    await known.sends("och en sak till")
    await stranger.sends("hej")
    await product.worker.work()
    [conversation] = await product.rows(Conversation)
    said = [message.text for message in await product.rows(Message)]
    assert "You said: och en sak till" in said
    assert {message.conversation_id for message in await product.rows(Message)} == {conversation.id}
    assert await product.refusals() == ["client-leaving"]


async def test_nothing_of_a_person_is_in_the_logs(
    product: Product, capsys: pytest.CaptureFixture[str]
) -> None:
    phone = product.phone("sms")
    await product.orders("sms", "too_long")
    await phone.writes("min hemlighet")
    [contact] = await product.rows(Contact)
    logged = "".join(capsys.readouterr())
    assert "message not sent" in logged
    assert "hemlighet" not in logged
    assert contact.address not in logged


async def test_the_person_is_told_that_a_message_was_empty_of_words(product: Product) -> None:
    phone = product.phone("telegram")
    await phone.writes("hej")
    assert await phone.writes("///") == ["Skriv något först."]
    assert len([m for m in await product.rows(Message) if m.sender == "debtor"]) == 1
