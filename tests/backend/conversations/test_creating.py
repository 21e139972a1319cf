"""How a conversation begins, and who may open it."""

import httpx
import pytest

from backend.identity.payment_page import make_payment_page_token
from backend.live.limits import read_limits
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case


async def begin(http: httpx.AsyncClient, **wanted: object) -> httpx.Response:
    return await http.post("/api/chat/conversations", json={"client": "lind", **wanted})


async def test_a_conversation_begins_with_the_assistants_greeting(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    begun = (await begin(http)).json()
    [greeting] = begun["messages"]
    assert greeting["text"] == "Hello from Lind Energi, I am automated."
    assert (greeting["seq"], greeting["sender"], begun["mode"]) == (1, "assistant", "bot")
    assert not begun["identified"]
    assert rasa.done[0]["command"] == "/open"


async def test_without_a_token_the_assistant_knows_of_no_case(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    await begin(http)
    context = rasa.asked[0]["context"]
    assert (context["case"], context["first_name"], context["identified"]) == (None, None, False)
    assert (context["client"], context["country"]) == ("lind", "SE")
    assert context["channel"] == "web"
    assert rasa.asked[0]["today"] == "2026-11-25"


async def test_a_token_identifies_the_visitor_with_the_case(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services
) -> None:
    await a_case(house.database, "L-1", first_name="Alva")
    token = make_payment_page_token(house.settings, "lind", "L-1")
    assert (await begin(http, token=token)).json()["identified"]
    context = rasa.asked[0]["context"]
    assert (context["case"], context["first_name"], context["identified"]) == ("L-1", "Alva", True)


async def test_a_token_is_used_once(http: httpx.AsyncClient, house: Services) -> None:
    await a_case(house.database, "L-1")
    token = make_payment_page_token(house.settings, "lind", "L-1")
    await begin(http, token=token)
    again = await begin(http, token=token)
    assert (again.status_code, again.json()["type"]) == (401, "/problems/token-used")
    assert (
        again.json()["detail"] == "Den legitimeringen är redan använd. Legitimera dig en gång till."
    )


@pytest.mark.parametrize(("client", "case"), [("pyy", "L-1"), ("lind", "P-1"), ("lind", "L-9")])
async def test_a_token_for_another_client_or_case_is_wrong(
    http: httpx.AsyncClient, house: Services, client: str, case: str
) -> None:
    await a_case(house.database, "L-1")
    await a_case(house.database, "P-1", client="pyy")
    token = make_payment_page_token(house.settings, client, case)
    refused = await begin(http, token=token)
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/token-wrong")


@pytest.mark.parametrize(
    ("wanted", "of_token", "spoken"),
    [
        (None, None, "sv"),
        ("fi", None, "fi"),
        ("en-GB", None, "en"),
        (None, "fi", "fi"),
        ("en", "fi", "en"),
        ("xx", None, "sv"),
    ],
)
async def test_the_language_is_the_one_wished_for_or_the_tokens_or_the_clients(
    http: httpx.AsyncClient,
    house: Services,
    wanted: str | None,
    of_token: str | None,
    spoken: str,
) -> None:
    await a_case(house.database, "L-1")
    token = make_payment_page_token(house.settings, "lind", "L-1", of_token)
    begun = await begin(http, token=token, language=wanted)
    assert begun.json()["language"] == spoken


async def test_an_unknown_client_is_not_found(http: httpx.AsyncClient) -> None:
    assert (await begin(http, client="nobody")).status_code == 404


async def test_while_the_assistant_is_away_a_conversation_begins_all_the_same(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    await rasa.stop()
    begun = (await begin(http)).json()
    assert [message["sender"] for message in begun["messages"]] == ["system"]


async def test_too_many_conversations_of_one_address_have_to_wait(http: httpx.AsyncClient) -> None:
    for _ in range(read_limits()["conversations_of_an_address"].at_most):
        await begin(http, client="lind", token="wrong")
    waiting = await begin(http)
    assert waiting.status_code == 429
    assert 0 < int(waiting.headers["retry-after"]) <= 60


async def test_another_conversation_and_a_wrong_token_look_alike(http: httpx.AsyncClient) -> None:
    one, other = await Visitor.arrives(http), await Visitor.arrives(http)
    answers = [
        await http.get(one.path, headers=other.headers),
        await http.get(one.path, headers={"Authorization": "Bearer wrong"}),
        await http.get(one.path),
        await http.get("/api/chat/conversations/unknown", headers=one.headers),
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (404, answers[0].text),
    }
