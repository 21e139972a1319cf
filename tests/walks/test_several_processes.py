"""The same product on more than one process of each kind: a conversation stays in order and whole."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from itertools import cycle, pairwise
from uuid import uuid4

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, said_by
from tests.walks.conftest import SETTINGS, TURN_SECONDS
from tests.walks.several import MISSING, Several, several_processes
from tests.walks.waiting import until
from tests.walks.walking import (
    begin_walk,
    check_all_is_said_once,
    check_plan_stands_once,
    say_line,
)
from tests.walks.written import Walk, walks

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not on this machine: {', '.join(MISSING)}; .ci/run installs them"
)
WALKS = walks("w1_settling")[:2]
WALK = WALKS[0]
BACK_SECONDS = 60.0


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Several]:
    """Everything running, and disturbed by these tests only."""
    with several_processes(tmp_path_factory.mktemp("several"), **SETTINGS) as running:
        yield running


def http_at(address: str) -> httpx.Client:
    """A visitor's HTTP to one address, past any proxy."""
    return httpx.Client(base_url=address, timeout=TURN_SECONDS, trust_env=False)


def page_at(chat: Chat, http: httpx.Client) -> Chat:
    """The same conversation on another page, which talks to another address."""
    page = copy(chat)
    page.http = http
    return page


@pytest.fixture
def http(several: Several) -> Iterator[httpx.Client]:
    """A visitor's HTTP through nginx, once both backends are up."""
    for backend in several.backends:
        until(lambda at=backend: httpx.get(f"{at}/healthz", trust_env=False).is_success, "it is up")
    with http_at(several.outside) as client:
        yield client


@pytest.fixture
def cases(several: Several) -> Iterator[CaseSystem]:
    """What really stands."""
    with http_at(several.inside) as client:
        yield CaseSystem(several.stack, client)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.language)
def test_a_conversation_whose_turns_meet_both_backends_is_one(
    walk: Walk, several: Several, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    with http_at(several.backends[0]) as one, http_at(several.backends[1]) as other:
        for line, backend in zip(walk.says, cycle([one, other]), strict=False):
            say_line(page_at(chat, backend), line, walk.language)
        assert one.get(chat.path, headers=chat.key).json() == chat.read()
    check_all_is_said_once(chat, walk)
    check_plan_stands_once(cases, walk.case, walk.plan)


def test_conversations_are_spread_over_both_rasas(several: Several, http: httpx.Client) -> None:
    chats = [begin_walk(http, WALK) for _ in range(6)]
    spoken = {name: several.stack.log(name) for name in ("rasa-1", "rasa-2")}
    turns = {name: len(re.findall('"turn done"', log)) for name, log in spoken.items()}
    assert all(turns.values()), turns
    assert len({chat.id for chat in chats}) == 6


def test_messages_sent_at_once_to_both_backends_are_answered_in_their_order(
    several: Several, http: httpx.Client
) -> None:
    chat = begin_walk(http, WALK)
    lines = [line.line for line in WALK.says[:3]]
    with http_at(several.backends[0]) as one, http_at(several.backends[1]) as other:
        with ThreadPoolExecutor(3) as pages:
            for line, backend in zip(lines, cycle([one, other]), strict=False):
                pages.submit(page_at(chat, backend).say, line)
        said = chat.transcript()
    asked = [message for message in said if message["sender"] == "debtor"]
    assert sorted(message["text"] for message in asked) == sorted(lines)
    speakers = [message["sender"] for message in said]
    assert ("debtor", "debtor") not in set(
        pairwise(speakers)
    )  # each has its answer before the next
    assert [message["seq"] for message in said] == list(range(1, len(said) + 1))


def test_a_backend_is_killed_in_the_middle_of_a_turn_and_the_other_goes_on(
    several: Several, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, WALK)
    *before, offered, agreed = WALK.says
    for line in before:
        say_line(chat, line, WALK.language)
    message = str(uuid4())
    for rasa in ("rasa-1", "rasa-2"):
        several.stack.stop(rasa)
    with http_at(several.backends[0]) as one, ThreadPoolExecutor(1) as pages:
        answer = pages.submit(page_at(chat, one).send, offered.line, id=message)
        chat.http = http_at(several.backends[1])
        until(lambda: offered.line in said_by(chat.transcript(), "debtor"), "it is stored")
        several.stack.kill("backend-1")
        with pytest.raises(httpx.TransportError):
            answer.result()
    for rasa in ("rasa-1", "rasa-2"):
        several.stack.go_on(rasa)
    chat.wait_for_card("plan", BACK_SECONDS)
    chat.say(offered.line, id=message)  # the page sends it again, to the backend that is left
    say_line(chat, agreed, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_the_conversations_rasa_is_killed_and_its_turn_is_answered_when_it_is_back(
    several: Several, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, WALK)
    *before, offered, agreed = WALK.says
    for line in before:
        say_line(chat, line, WALK.language)
    for rasa in ("rasa-1", "rasa-2"):
        several.stack.kill(rasa)
    chat.say(offered.line)
    chat.wait_for_card("plan", BACK_SECONDS)
    say_line(chat, agreed, WALK.language)
    check_all_is_said_once(chat, WALK)
    check_plan_stands_once(cases, WALK.case, WALK.plan)


def test_one_id_leads_from_the_message_through_rasa_and_its_actions_to_the_case_api(
    several: Several, http: httpx.Client
) -> None:
    chat = begin_walk(http, WALK)
    message = str(uuid4())
    chat.say(WALK.says[0].line, id=message)

    def lines(*names: str) -> list[str]:
        printed = [line for name in names for line in several.stack.log(name).splitlines()]
        return [line for line in printed if message in line]

    until(lambda: lines("actions"), "the action's line")
    until(lambda: lines("rasa-1", "rasa-2"), "Rasa's line")
    for of_backend in ("/api/cases/{reference}", '"turn answered"'):
        until(
            lambda what=of_backend: [
                line for line in lines("backend-1", "backend-2") if what in line
            ],
            f"the backend's line of {of_backend}",
        )


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/api/cases/SE-1001", "/api/plans/x"])
def test_what_is_for_services_is_not_shown_outside(several: Several, path: str) -> None:
    outside = httpx.get(several.outside + path, headers={"Authorization": "Bearer demo"})
    assert outside.status_code == 404
    assert "nginx" in outside.text
