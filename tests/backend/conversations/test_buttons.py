"""Only what was offered can be pressed, and what is typed is never a command."""

import httpx
import pytest

from tests.backend.conversations.fake_rasa import Body, FakeRasa, said
from tests.backend.conversations.fixtures import Visitor


def with_buttons(body: Body) -> Body:
    buttons = [
        {"title": "Ja tack", "payload": '/accept_offer{"offer": "o-1"}'},
        {"title": "Legitimera dig", "payload": "identify"},
    ]
    answer = said("Passar det?")
    answer["messages"][0]["buttons"] = buttons
    return answer


@pytest.fixture
async def visitor(http: httpx.AsyncClient, rasa: FakeRasa) -> Visitor:
    rasa.answer = with_buttons
    return await Visitor.arrives(http)


def payloads(visitor: Visitor) -> list[str]:
    return [button["payload"] for button in visitor.begun["messages"][0]["buttons"]]


async def test_a_command_goes_out_as_an_opaque_id_and_the_widgets_own_payload_as_it_is(
    visitor: Visitor,
) -> None:
    issued, own = payloads(visitor)
    assert issued.startswith("b_")
    assert len(issued) == 18
    assert own == "identify"


async def test_a_pressed_button_is_its_command_and_is_stored_with_its_title(
    visitor: Visitor, rasa: FakeRasa
) -> None:
    await visitor.sends("any title", payload=payloads(visitor)[0])
    assert rasa.asked[-1]["command"] == '/accept_offer{"offer": "o-1"}'
    assert rasa.asked[-1]["text"] == "Ja tack"
    assert "Ja tack" in await visitor.transcript()


async def test_the_id_of_a_button_as_text_is_a_press_too(visitor: Visitor, rasa: FakeRasa) -> None:
    await visitor.sends(payloads(visitor)[0])
    assert rasa.asked[-1]["command"] == '/accept_offer{"offer": "o-1"}'


async def test_a_button_of_another_conversation_cannot_be_used(
    visitor: Visitor, http: httpx.AsyncClient
) -> None:
    other = await Visitor.arrives(http)
    refused = await other.sends("Ja tack", payload=payloads(visitor)[0])
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/payload-unknown")
    assert len(await other.transcript()) == 1


@pytest.mark.parametrize("payload", ["/affirm", "b_AAAAAAAAAAAAAAAA", "identify", ""])
async def test_a_payload_that_was_not_issued_is_refused(visitor: Visitor, payload: str) -> None:
    assert (await visitor.sends("Ja tack", payload=payload)).status_code == 422


@pytest.mark.parametrize("text", ["/affirm", '/accept_offer{"offer": "o-1"}', "b_wrong"])
async def test_what_is_typed_is_never_a_command(
    visitor: Visitor, rasa: FakeRasa, text: str
) -> None:
    await visitor.sends(text)
    assert (rasa.asked[-1]["command"], rasa.asked[-1]["text"]) == (None, text)
