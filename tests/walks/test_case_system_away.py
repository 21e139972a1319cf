"""The case API cannot be reached: the debtor is told so, and what can be done; never silence."""

from collections.abc import Iterator

import httpx
import pytest

from tests.neighbours import free_port
from tests.stack import running_stack
from tests.walks.chat import cards, open_chat, said_by, text_of
from tests.walks.conftest import SETTINGS, visitor
from tests.walks.written import read

STRANGERS = read("w4_strangers")


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A visitor of a stack whose case API nobody serves."""
    nobody = f"http://127.0.0.1:{free_port()}"
    with (
        running_stack(tmp_path_factory.mktemp("away"), **SETTINGS, CASE_API_URL=nobody) as stack,
        visitor(stack) as client,
    ):
        yield client


@pytest.mark.parametrize("who", STRANGERS, ids=lambda who: who["language"])
def test_every_question_about_the_case_gets_an_honest_sentence(
    who: dict[str, str], http: httpx.Client
) -> None:
    chat = open_chat(http, who["client"], case=who["case"], language=who["language"])
    for line in who["about_a_debt"][:5]:
        said = chat.say(line)
        assert text_of(said), f"silence after {line}"
        assert {message["sender"] for message in said} == {"assistant"}
        assert cards(said) == []
    assert chat.mode == "bot"
    assert chat.language == who["language"]


def test_what_needs_no_case_is_still_answered(http: httpx.Client) -> None:
    chat = open_chat(http, "se-energi", language="sv")
    assert text_of(chat.say("är du en robot?"))
    assert text_of(chat.say("tack"))
    assert len(list(said_by(chat.transcript(), "debtor"))) == 2
