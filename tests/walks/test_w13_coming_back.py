"""W13: a plan that was talked about yesterday, and what is known of it after a month."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from tests.stack import Stack
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, Json, buttons, last_card, open_chat, page_token, text_of
from tests.walks.live import watching
from tests.walks.passing import time_passes
from tests.walks.waiting import until
from tests.walks.written import read

NIGHT = timedelta(hours=20)
MONTH = timedelta(days=31)
#: Nobody else talks about this one: the newest conversation of a case is the one that goes on.
ELSEWHERE = "SE-1010"
EACH = pytest.mark.parametrize("walk", read("w13_coming_back"), ids=lambda walk: walk["language"])


def left_off(http: httpx.Client, stack: Stack, walk: Json) -> Chat:
    """A plan was offered, and nothing was answered until the next day."""
    chat = open_chat(http, walk["client"], case=walk["case"], language=walk["language"])
    chat.say(walk["first"])
    assert last_card(chat.last, "plan") is not None
    time_passes(stack, chat, NIGHT)
    return chat


def comes_back(chat: Chat) -> list[Json]:
    """The page is loaded again; what was said since the debtor's last message."""
    answer = chat.http.post(f"{chat.path}/visits", headers=chat.key)
    assert answer.status_code == httpx.codes.OK, answer.text
    said: list[Json] = answer.json()["messages"]
    last = max(message["seq"] for message in said if message["sender"] == "debtor")
    return [message for message in said if message["seq"] > last]


@EACH
def test_whoever_opens_the_page_is_asked_and_a_yes_has_the_offer_made_anew(
    walk: Json, http: httpx.Client, stack: Stack, cases: CaseSystem
) -> None:
    chat = left_off(http, stack, walk)
    *_, asked = comes_back(chat)
    assert text_of([asked]) == walk["asked"]
    assert [button["title"] for button in asked["buttons"]] == walk["buttons"]
    assert comes_back(chat)[-1]["id"] == asked["id"]
    chat.press(asked["buttons"][0])
    offered = last_card(chat.last, "plan")
    assert offered is not None
    assert (offered["status"], cases.case(walk["case"])["plan"]) == ("offered", None)
    chat.press(buttons(chat.last)[0])
    agreed = cases.case(walk["case"])["plan"]["schedule"]
    assert [{"due": one["due"], "amount": one["amount"]} for one in agreed] == offered["schedule"]
    assert cases.count_plans(walk["case"]) == 1


@EACH
def test_whoever_writes_first_is_answered_first_and_then_asked(
    walk: Json, http: httpx.Client, stack: Stack
) -> None:
    chat = left_off(http, stack, walk)
    chat.say(walk["question"])
    assert walk["again"] in text_of(chat.last[-1:])
    assert len(chat.last) > 1
    chat.say(walk["go_on"])
    assert last_card(chat.last, "plan") is not None


@EACH
def test_another_sum_is_what_is_offered_the_next_day(
    walk: Json, http: httpx.Client, stack: Stack
) -> None:
    chat = left_off(http, stack, walk)
    comes_back(chat)
    chat.say(walk["another"])
    assert last_card(chat.last, "plan") is not None
    assert walk["offered"] in text_of(chat.last)


@EACH
def test_beginning_anew_drops_what_was_talked_about(
    walk: Json, http: httpx.Client, stack: Stack
) -> None:
    chat = left_off(http, stack, walk)
    chat.press(buttons(comes_back(chat))[1])
    assert last_card(chat.last, "plan") is None
    assert walk["again"] not in text_of(chat.last)
    assert buttons(chat.last)


@EACH
def test_after_a_month_a_new_conversation_tells_what_was_agreed(
    walk: Json, http: httpx.Client, stack: Stack, cases: CaseSystem
) -> None:
    chat = open_chat(http, walk["client"], case=walk["case"], language=walk["language"])
    chat.say(walk["first"])
    chat.press(buttons(chat.last)[0])
    plan = cases.case(walk["case"])["plan"]
    assert plan is not None
    time_passes(stack, chat, MONTH)
    assert chat.http.post(f"{chat.path}/visits", headers=chat.key).status_code == 404
    again = open_chat(
        http,
        walk["client"],
        token=page_token(http, walk["case"]),
        language=walk["language"],
    )
    assert again.id != chat.id
    welcome, stands = again.greeting
    assert "Sovinto" in welcome["text"]
    assert text_of([stands]) != ""
    amount = plan["next"]["amount"] // (1 if plan["currency"] == "ISK" else 100)
    assert str(amount) in text_of([stands]).replace(".", "").replace(" ", "")
    assert buttons(again.greeting)


def test_whoever_identifies_the_next_day_goes_on_on_another_device(
    http: httpx.Client, stack: Stack
) -> None:
    walk = {**read("w13_coming_back")[0], "case": ELSEWHERE}
    chat = left_off(http, stack, walk)
    token = page_token(http, walk["case"])
    elsewhere = open_chat(http, walk["client"], token=token, language=walk["language"])
    assert elsewhere.id == chat.id
    asked = elsewhere.transcript()[-1]
    assert [button["title"] for button in asked["buttons"]] == walk["buttons"]


@EACH
def test_a_quiet_debtor_hears_one_line_live_with_nothing_of_the_debt_in_it(
    walk: Json, http: httpx.Client, stack: Stack
) -> None:
    chat = open_chat(http, walk["client"], case=walk["case"], language=walk["language"])
    chat.say(walk["first"])
    said = chat.transcript()

    async def hears() -> Json:
        async with watching(stack.address, chat, after=said[-1]["seq"]) as live:
            await asyncio.to_thread(time_passes, stack, chat, timedelta(minutes=10))
            return await live.wait_for(lambda frame: frame["type"] == "message")

    line = asyncio.run(hears())["message"]
    assert (line["sender"], line["buttons"], line["card"]) == ("assistant", [], None)
    assert not any(character.isdigit() for character in line["text"])
    time_passes(stack, chat, timedelta(minutes=10))
    assert until(chat.transcript, "the transcript")[-1]["id"] == line["id"]
