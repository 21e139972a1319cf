"""A debtor's message and the answer to it."""

import asyncio
from uuid import uuid4

import httpx
import pytest

from backend.conversations.body_limit import LARGEST_BODY
from backend.conversations.repository import get_conversation
from backend.live.limits import read_limits
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor


async def test_a_message_is_answered(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    answer = (await visitor.sends("hej")).json()
    assert [message["text"] for message in answer["messages"]] == ["You said: hej"]
    assert (answer["mode"], answer["language"]) == ("bot", "sv")


async def test_messages_are_numbered_in_the_order_in_which_they_were_said(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("ett", id="m-1")
    messages = (await visitor.reads())["messages"]
    assert [(m["seq"], m["sender"]) for m in messages] == [
        (1, "assistant"),
        (2, "debtor"),
        (3, "assistant"),
    ]
    assert messages[1]["id"] == "m-1"


async def test_the_same_message_again_has_the_same_answer_and_one_turn(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    first, again = await visitor.sends("hej", id="m-1"), await visitor.sends("hej", id="m-1")
    assert first.json() == again.json()
    assert len(rasa.asked) == 2
    assert len(await visitor.transcript()) == 3


async def test_a_repeat_while_the_first_is_running_waits_for_the_same_answer(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.may_answer.clear()
    sending = [asyncio.create_task(visitor.sends("hej", id="m-1")) for _ in range(3)]
    while len(rasa.asked) < 2:
        await asyncio.sleep(0.005)
    rasa.may_answer.set()
    answers = [answer.json() for answer in await asyncio.gather(*sending)]
    assert answers[0]["messages"]
    assert all(answer == answers[0] for answer in answers)
    assert len(rasa.asked) == 2


async def test_the_same_id_in_another_conversation_is_another_message(
    http: httpx.AsyncClient,
) -> None:
    one, other = await Visitor.arrives(http), await Visitor.arrives(http)
    await one.sends("hej", id="m-1")
    assert await other.hears("hallå", id="m-1") == ["You said: hallå"]


async def test_messages_sent_at_once_are_answered_one_after_the_other(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    await asyncio.gather(*(visitor.sends(f"nr {number}") for number in range(5)))
    texts = (await visitor.transcript())[1:]
    questions, answers = texts[::2], texts[1::2]
    assert answers == [f"You said: {question}" for question in questions]
    assert len(questions) == 5


async def test_identity_numbers_are_neither_stored_nor_told_to_the_assistant(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("jag är 811228-9874")
    assert rasa.asked[-1]["text"] == "jag är ••••••"
    assert "jag är ••••••" in await visitor.transcript()


async def test_the_language_that_was_understood_is_the_conversations(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.answer = lambda body: said("Hei", language="fi")
    assert (await visitor.sends("moi")).json()["language"] == "fi"
    assert (await visitor.reads())["language"] == "fi"
    rasa.answer = lambda body: said("?", language="xx")
    assert (await visitor.sends("?")).json()["language"] == "fi"


async def test_only_the_first_part_of_a_long_message_is_read_and_that_is_said(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.answer = lambda body: said("ja")
    answers = await visitor.hears("å" * 20_000)
    assert answers[0] == "ja"
    assert answers[1].startswith("Det var ett långt meddelande")
    assert len(rasa.asked[-1]["text"]) == 2_000
    assert "å" * 20_000 in await visitor.transcript()


async def test_an_emoji_is_a_message(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    assert await visitor.hears("👍🏽") == ["You said: 👍🏽"]


@pytest.mark.parametrize(
    ("text", "status", "kind", "detail"),
    [
        (" ", 422, "message-empty", "Skriv något först."),
        (
            "x" * 20_001,
            413,
            "message-too-long",
            "Meddelandet är för långt. Skicka det i flera delar.",
        ),
    ],
)
async def test_a_text_that_cannot_be_taken_is_refused_in_the_conversations_language(
    http: httpx.AsyncClient, text: str, status: int, kind: str, detail: str
) -> None:
    visitor = await Visitor.arrives(http)
    refused = await visitor.sends(text)
    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"
    assert (refused.json()["type"], refused.json()["detail"]) == (f"/problems/{kind}", detail)
    assert len(await visitor.transcript()) == 1


async def test_a_body_that_no_message_can_have_is_refused(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    refused = await visitor.sends("x" * LARGEST_BODY)
    assert (refused.status_code, refused.json()["type"]) == (413, "/problems/message-too-long")


async def test_a_body_whose_length_is_not_stated_is_limited_too(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)

    async def endless() -> object:
        yield b'{"id": "m-1", "text": "'
        for _ in range(200):
            yield b"x" * 1024
        yield b'"}'

    headers = {**visitor.headers, "content-type": "application/json"}
    refused = await http.post(f"{visitor.path}/messages", content=endless(), headers=headers)  # type: ignore[arg-type]
    assert refused.status_code == 413


async def test_an_id_that_is_none_is_refused(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    assert (await visitor.sends("hej", id="../x")).status_code == 422


async def test_too_many_messages_have_to_wait_but_repeats_do_not_count(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    for number in range(read_limits()["messages_of_a_conversation"].at_most):
        assert (await visitor.sends("hej", id=f"m-{number}")).status_code == 200
    assert (await visitor.sends("hej", id="m-0")).status_code == 200
    waiting = await visitor.sends("hej")
    assert (waiting.status_code, waiting.json()["type"]) == (429, "/problems/too-fast")
    assert int(waiting.headers["retry-after"]) > 0


async def test_a_rating_is_kept_and_a_later_one_replaces_it(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    for score, comment in ((2, None), (5, "tack! 811228-9874")):
        rating = {"score": score, "comment": comment}
        rated = await http.post(f"{visitor.path}/rating", json=rating, headers=visitor.headers)
        assert rated.status_code == 204
    async with house.database.transaction() as session:
        kept = await get_conversation(session, visitor.id)
    assert (kept.rating, kept.rating_comment) == (5, "tack! ••••••")


@pytest.mark.parametrize("score", [0, 6, None])
async def test_a_rating_is_from_one_to_five(http: httpx.AsyncClient, score: int | None) -> None:
    visitor = await Visitor.arrives(http)
    rating = {"score": score, "comment": None}
    refused = await http.post(f"{visitor.path}/rating", json=rating, headers=visitor.headers)
    assert refused.status_code == 422


async def test_a_message_needs_the_conversations_token(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    visitor.headers = {"Authorization": "Bearer wrong"}
    assert (await visitor.sends("hej", id=str(uuid4()))).status_code == 404
