"""Somebody shows who it is in the middle of a conversation."""

import httpx
import pytest

from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fake_rasa import Body, FakeRasa, echo, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case


@pytest.fixture
async def token(house: Services) -> str:
    await a_case(house.database, "L-1", first_name="Alva")
    await a_case(house.database, "L-2", first_name="Runa")
    return make_payment_page_token(house.settings, "lind", "L-1")


async def test_the_same_conversation_goes_on_with_somebody_who_is_known(
    http: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    visitor = await Visitor.arrives(http)
    answer = (await visitor.identifies(token)).json()
    assert answer["identified"]
    assert len(answer["messages"]) == 1
    assert rasa.asked[-1]["command"] == "/open"
    assert rasa.asked[-1]["context"]["first_name"] == "Alva"
    assert (await visitor.reads())["identified"]


async def test_the_same_token_again_has_the_same_answer(
    http: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    visitor = await Visitor.arrives(http)
    first, again = await visitor.identifies(token), await visitor.identifies(token)
    assert first.json() == again.json()
    assert len(rasa.asked) == 2


async def test_a_token_that_another_conversation_has_used_is_refused(
    http: httpx.AsyncClient, token: str
) -> None:
    one, other = await Visitor.arrives(http), await Visitor.arrives(http)
    await one.identifies(token)
    refused = await other.identifies(token)
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/token-used")
    assert not (await other.reads())["identified"]


async def test_a_conversation_never_changes_to_another_case(
    http: httpx.AsyncClient, house: Services, token: str
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.identifies(token)
    another = make_payment_page_token(house.settings, "lind", "L-2")
    refused = await visitor.identifies(another)
    assert refused.status_code == 409
    assert refused.json()["type"] == "/problems/token-of-another-case"


def waits_for_identity(body: Body) -> Body:
    """Answers a wish only of somebody who is known."""
    if body["command"] is None and not body["context"]["identified"]:
        return said("Please identify yourself.", waits_for="identity")
    return echo(body)


async def test_what_could_not_be_answered_to_a_stranger_is_answered_afterwards(
    http: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    rasa.answer = waits_for_identity
    visitor = await Visitor.arrives(http)
    await visitor.hears("500 a month, please")
    answer = (await visitor.identifies(token)).json()
    assert rasa.asked[-2]["command"] == '/open{"goes_on": true}'
    assert [message["text"] for message in answer["messages"]][
        -1
    ] == "You said: 500 a month, please"


async def test_a_wish_that_was_answered_once_is_not_answered_again(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa, token: str
) -> None:
    rasa.answer = waits_for_identity
    visitor = await Visitor.arrives(http)
    await visitor.hears("500 a month, please")
    first = (await visitor.identifies(token)).json()
    assert (await visitor.identifies(token)).json() == first
    later = make_payment_page_token(house.settings, "lind", "L-1")
    await visitor.identifies(later)
    assert rasa.asked[-1]["command"] == "/open"


async def test_only_the_last_of_several_wishes_is_answered(
    http: httpx.AsyncClient, rasa: FakeRasa, token: str
) -> None:
    rasa.answer = waits_for_identity
    visitor = await Visitor.arrives(http)
    await visitor.hears("what do I owe?")
    await visitor.hears("can I pay in parts?")
    answer = (await visitor.identifies(token)).json()
    spoken = [message["text"] for message in answer["messages"]]
    assert spoken[-1] == "You said: can I pay in parts?"
    assert "You said: what do I owe?" not in spoken
