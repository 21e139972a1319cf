"""W7: a process dies or hangs in the middle of W1: an honest line, then it goes on; one plan."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from uuid import uuid4

import httpx
import pytest

from tests.stack import Stack, running_stack
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, Json, last_card, open_chat, said_by
from tests.walks.conftest import SETTINGS, visitor
from tests.walks.waiting import until
from tests.walks.walking import (
    begin_walk,
    check_all_is_said_once,
    check_answer,
    check_plan_stands_once,
    say_line,
)
from tests.walks.written import walks

WALK = walks("w1_settling")[0]
OWED, MADE_OF, SPLIT, OFFERED, AGREED = WALK.says
BACK_SECONDS = 60.0


@pytest.fixture(scope="module")
def shaken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A stack whose processes are killed and held, with a short wait for the assistant."""
    folder = tmp_path_factory.mktemp("shaken")
    with running_stack(folder, **SETTINGS, TURN_TIMEOUT_SECONDS="3") as running:
        yield running


@pytest.fixture
def http(shaken: Stack) -> Iterator[httpx.Client]:
    """Any visitor's HTTP, once everything is up again."""
    wait_until_all_is_up(shaken)
    with visitor(shaken) as client:
        yield client


@pytest.fixture
def cases(shaken: Stack, http: httpx.Client) -> CaseSystem:
    """What really stands."""
    return CaseSystem(shaken, http)


@pytest.fixture
def chat(http: httpx.Client) -> Chat:
    """A debtor in the middle of W1: the next line is the wish."""
    chat = begin_walk(http, WALK)
    for line in (OWED, MADE_OF, SPLIT):
        say_line(chat, line, WALK.language)
    return chat


def test_rasa_is_killed_between_two_turns_and_what_is_written_meanwhile_is_answered_in_order(
    chat: Chat, shaken: Stack, cases: CaseSystem
) -> None:
    shaken.kill("rasa")
    check_honest_line(chat.say(OFFERED.line))
    chat.say(AGREED.line)
    newcomer = open_chat(chat.http, WALK.client, case="SE-1007", language=WALK.language)
    check_honest_line(newcomer.greeting)
    chat.wait_for_card("payment", BACK_SECONDS)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)
    until(lambda: list(said_by(newcomer.transcript(), "assistant")), "a greeting", BACK_SECONDS)
    assert last_card(newcomer.say(OWED.line), "balance")


def test_rasa_is_killed_in_the_middle_of_a_turn(
    chat: Chat, shaken: Stack, cases: CaseSystem
) -> None:
    shaken.stop("rasa")
    with ThreadPoolExecutor(1) as page:
        answer = page.submit(chat.say, OFFERED.line)
        wait_until_stored(chat, OFFERED.line)
        shaken.kill("rasa")
        check_honest_line(answer.result())
    chat.wait_for_card("plan", BACK_SECONDS)
    say_line(chat, AGREED, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_rasa_is_killed_at_the_moment_of_agreement(
    chat: Chat, shaken: Stack, cases: CaseSystem
) -> None:
    say_line(chat, OFFERED, WALK.language)
    with ThreadPoolExecutor(1) as page:
        answer: Future[list[Json]] = page.submit(chat.say, AGREED.line)
        until(lambda: cases.count_plans(WALK.case), "the plan is written", every=0.001)
        shaken.kill("rasa")
        answer.result()
    chat.wait_for_card("payment", BACK_SECONDS)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_rasa_hangs_and_the_answer_comes_when_it_goes_on(
    chat: Chat, shaken: Stack, cases: CaseSystem
) -> None:
    shaken.stop("rasa")
    check_honest_line(chat.say(OFFERED.line))
    shaken.go_on("rasa")
    chat.wait_for_card("plan", BACK_SECONDS)
    say_line(chat, AGREED, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_the_action_server_is_killed(chat: Chat, shaken: Stack, cases: CaseSystem) -> None:
    shaken.kill("actions")
    check_honest_line(chat.say(OFFERED.line))
    chat.wait_for_card("plan", BACK_SECONDS)
    say_line(chat, AGREED, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_the_backend_is_killed_in_the_middle_and_the_same_access_token_goes_on(
    chat: Chat, shaken: Stack, cases: CaseSystem
) -> None:
    message = str(uuid4())
    shaken.stop("rasa")
    with ThreadPoolExecutor(1) as page:
        answer = page.submit(chat.send, OFFERED.line, id=message)
        wait_until_stored(chat, OFFERED.line)
        shaken.kill("backend")
        with pytest.raises(httpx.TransportError):
            answer.result()
    shaken.go_on("rasa")
    wait_until_all_is_up(shaken)
    chat.wait_for_card("plan", BACK_SECONDS)
    check_answer(chat.say(OFFERED.line, id=message), OFFERED)  # the page sends it again
    say_line(chat, AGREED, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def check_honest_line(said: list[Json]) -> None:
    """One line of the house itself, which promises no more than it can keep."""
    assert [message["sender"] for message in said] == ["system"]
    assert said[0]["text"]
    assert not said[0]["card"]
    assert not said[0]["buttons"]


def answers_to(chat: Chat, line: str) -> list[Json]:
    """What was said after a line of the debtor, but the house's own lines."""
    said = chat.transcript()
    place = max(place for place, message in enumerate(said) if message["text"] == line)
    return [message for message in said[place + 1 :] if message["sender"] == "assistant"]


def wait_until_stored(chat: Chat, line: str) -> None:
    """Returns when the line stands in the conversation."""
    until(lambda: line in said_by(chat.transcript(), "debtor"), "the message is stored")


def wait_until_all_is_up(stack: Stack) -> None:
    """Returns when each process answers."""
    ports = {"ACTIONS_PORT": "health", "RASA_PORT": "status?token=demo", "PORT": "healthz"}
    for port, path in ports.items():
        url = f"http://127.0.0.1:{stack.settings[port]}/{path}"
        until(partial(answers, url), f"{port} answers", BACK_SECONDS)


def answers(url: str) -> bool:
    """Whether somebody answers there."""
    return httpx.get(url, timeout=2, trust_env=False).status_code == httpx.codes.OK
