"""W3: a debtor asks for a person, and an agent answers, or it is said when one will."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import httpx
import pytest

from tests.stack import Stack
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, cards, last_card, open_chat, said_by, text_of
from tests.walks.desk import Desk
from tests.walks.live import watching
from tests.walks.written import read

ASKS = "jeg vil snakke med et menneske"
CLIENT, CASE, LANGUAGE, AGENT = "no-mobil", "NO-1001", "nb", "agent.no@demo"


@pytest.fixture
def chat(http: httpx.Client) -> Chat:
    """A debtor who has talked a little and asked for a person, while people are there."""
    chat = open_chat(http, CLIENT, case=CASE, language=LANGUAGE)
    chat.say("hvor mye skylder jeg?")
    chat.say(ASKS)
    return chat


def test_who_asks_for_a_person_is_put_in_the_queue_with_a_reference(chat: Chat) -> None:
    card = last_card(chat.last, "handoff")
    assert card is not None
    assert card["reason"] == "requested"
    assert card["reference"] in text_of(chat.last)
    assert chat.mode == "queue"


def test_the_agent_has_the_reason_the_case_the_language_and_all_that_was_said(
    chat: Chat, stack: Stack
) -> None:
    card = last_card(chat.last, "handoff")
    assert card is not None
    with Desk(stack.address, AGENT) as desk:
        handoff = desk.waiting(chat.id)
        shown = desk.open(chat.id)
    assert handoff["reference"] == card["reference"]
    assert (handoff["reason"], handoff["case"]) == ("requested", CASE)
    assert (handoff["language"], handoff["wish"]) == (LANGUAGE, ASKS)
    assert shown["case"]["balance"]["total"] == 486000
    assert shown["summary"]
    assert ids(shown["messages"]) == ids(chat.transcript())


async def test_an_agent_answers_the_debtor_reads_it_at_once_answers_and_the_agent_closes(
    chat: Chat, stack: Stack
) -> None:
    with Desk(stack.address, AGENT) as desk:
        desk.waiting(chat.id)
        async with watching(stack.address, chat) as live:
            assert desk.take(chat.id).status_code == httpx.codes.OK
            await live.wait_for_mode("agent")
            assert desk.write(chat.id, "Hei, hva kan jeg gjøre?").status_code == httpx.codes.OK
            written = await live.wait_for_text("Hei, hva kan jeg gjøre?")
            assert (written["sender"], written["name"]) == ("agent", "Eirik")
            assert chat.say("kan jeg få mer tid?") == []
            assert chat.mode == "agent"
            await live.wait_for_text("kan jeg få mer tid?")
            desk.write(chat.id, "Ja, det ordner jeg.")
            await live.wait_for_text("Ja, det ordner jeg.")
            assert desk.close(chat.id).status_code == httpx.codes.NO_CONTENT
            await live.wait_for_mode("closed")
        closed = desk.open(chat.id)
        done = desk.find(chat.id, "closed")
    assert done is not None
    assert ids(closed["messages"]) == ids(chat.transcript())
    assert list(said_by(closed["messages"], "agent")) == [
        "Hei, hva kan jeg gjøre?",
        "Ja, det ordner jeg.",
    ]
    assert list(said_by(closed["messages"], "debtor"))[-1] == "kan jeg få mer tid?"


async def test_a_page_that_was_away_gets_what_it_missed_in_order(chat: Chat, stack: Stack) -> None:
    seen = chat.transcript()[-1]["seq"]
    with Desk(stack.address, AGENT) as desk:
        desk.take(chat.id)
        desk.write(chat.id, "første")
        desk.write(chat.id, "andre")
    async with watching(stack.address, chat, after=seen) as live:
        await live.wait_for_text("andre")
    missed = [frame["message"] for frame in live.seen if frame["type"] == "message"]
    assert [message["seq"] for message in missed] == [seen + 1, seen + 2, seen + 3]
    assert [message["text"] for message in missed][1:] == ["første", "andre"]


def test_of_two_agents_at_once_one_gets_it_and_the_other_reads_who(
    chat: Chat, stack: Stack
) -> None:
    with (
        Desk(stack.address, AGENT) as one,
        Desk(stack.address, "agent@demo") as other,
        ThreadPoolExecutor(2) as both,
    ):
        one.waiting(chat.id)
        taken = list(both.map(lambda desk: desk.take(chat.id), (one, other)))
        winner = one if taken[0].status_code == httpx.codes.OK else other
    assert sorted(answer.status_code for answer in taken) == [200, 409]
    refused = next(answer for answer in taken if answer.status_code == httpx.codes.CONFLICT)
    assert winner.user["name"].split()[0] in refused.json()["detail"]


def test_who_has_not_taken_it_cannot_write(chat: Chat, stack: Stack) -> None:
    with Desk(stack.address, AGENT) as desk:
        desk.waiting(chat.id)
        assert desk.write(chat.id, "hei").status_code == httpx.codes.CONFLICT
    assert list(said_by(chat.transcript(), "agent")) == []


def test_an_agent_of_another_client_does_not_see_it(chat: Chat, stack: Stack) -> None:
    with Desk(stack.address, "agent.se@demo") as desk:
        assert desk.find(chat.id, "waiting") is None
        assert desk.take(chat.id).status_code == httpx.codes.NOT_FOUND


def test_the_assistant_goes_on_when_the_agent_gives_it_back(chat: Chat, stack: Stack) -> None:
    with Desk(stack.address, AGENT) as desk:
        desk.take(chat.id)
        assert desk.give_back(chat.id).status_code == httpx.codes.NO_CONTENT
    assert last_card(chat.say("hvor mye skylder jeg?"), "balance")
    assert chat.mode == "bot"


def test_the_assistant_answers_who_writes_after_the_agent_has_closed(
    chat: Chat, stack: Stack
) -> None:
    with Desk(stack.address, AGENT) as desk:
        desk.take(chat.id)
        desk.close(chat.id)
    assert last_card(chat.say("hvor mye skylder jeg?"), "balance")


@pytest.mark.parametrize("asks", read("w3_out_of_hours"), ids=lambda asks: asks["language"])
def test_out_of_hours_a_time_is_promised_and_the_assistant_goes_on(
    asks: dict[str, Any], http: httpx.Client, stack: Stack
) -> None:
    chat = open_chat(http, asks["client"], case=asks["case"], language=asks["language"])
    chat.say(asks["line"])
    card = last_card(chat.last, "handoff")
    assert card is not None
    said = text_of(chat.last)
    assert card["reference"] in said
    assert all(text in said for text in asks["texts"]), said
    assert chat.mode == "bot"
    with Desk(stack.address, "agent@demo") as desk:
        handoff = desk.waiting(chat.id)
    assert handoff["reference"] == card["reference"]
    assert datetime.fromisoformat(handoff["promised_at"]) == datetime.fromisoformat(
        asks["promised"]
    )
    balance = last_card(chat.say(asks["then"]["line"]), "balance")
    assert balance is not None
    assert balance["total"] == asks["then"]["owed"]


def test_who_asks_twice_gets_the_same_reference(http: httpx.Client, cases: CaseSystem) -> None:
    chat = open_chat(http, "se-energi", case="SE-1001", language="sv")
    first = cards(chat.say("jag vill prata med en människa"))
    again = cards(chat.say("jag vill prata med en människa"))
    assert [card["reference"] for card in first] == [card["reference"] for card in again]
    assert cases.count_handoffs(chat.id) == 1


def ids(messages: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    """What makes two transcripts the same."""
    return [(message["seq"], message["id"], message["text"]) for message in messages]
