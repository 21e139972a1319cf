"""What was said can be read, and not by whom or about whom."""

import httpx

from backend.eventlog import forget_conversation
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.analytics.readers import Reader
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case

SECRETS = ["Alva", "Sparv", "L-1001", "070-123 45 67", "alva@example.org", "Storgatan"]
WROTE = (
    "Jag heter Alva Sparv och bor på Storgatan 12, ärende L-1001. Ring 070-123 45 67 eller "
    "skriv till alva@example.org. Jag kan betala 500 kr den 25 december."
)


async def conversation(http: httpx.AsyncClient, house: Services, rasa: FakeRasa) -> Visitor:
    await a_case(house.database, "L-1001")
    token = make_payment_page_token(house.settings, "lind", "L-1001")
    rasa.answer = lambda body: said("Tack Alva. Du är skyldig 4 860,00 kr.")
    visitor = await Visitor.arrives(http, token=token)
    assert (await visitor.sends(WROTE)).status_code == 200
    return visitor


async def test_names_numbers_and_addresses_are_masked_and_amounts_stay(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa, analyst: Reader
) -> None:
    visitor = await conversation(http, house, rasa)
    answer = await analyst.asks(f"/conversations/{visitor.id}")
    for secret in SECRETS:
        assert secret not in answer.text
    texts = [message["text"] for message in answer.json()["messages"]]
    assert "500 kr den 25 december" in texts[1]
    assert texts[2] == "Tack ••••••. Du är skyldig 4 860,00 kr."
    assert answer.json()["conversation"]["turns"] == 1


async def test_values_in_what_was_understood_are_left_out(
    http: httpx.AsyncClient, house: Services, rasa: FakeRasa, analyst: Reader
) -> None:
    visitor = await Visitor.arrives(http)
    found = {"entity": "phone", "value": "+46701234567"}
    understood = {"intent": "update_contact_details", "confidence": 0.9, "entities": [found]}
    rasa.answer = lambda body: {**said("Tack."), "understood": understood}
    await visitor.hears("mitt nya nummer är 070-123 45 67")
    shown = await analyst.reads(f"/conversations/{visitor.id}")
    assert shown["messages"][1]["understood"]["entities"] == [{"entity": "phone"}]
    assert shown["messages"][1]["understood"]["intent"] == "update_contact_details"


async def test_another_clients_conversation_is_as_one_that_does_not_exist(
    http: httpx.AsyncClient, lind_reader: Reader
) -> None:
    visitor = await Visitor.arrives(http, "pyy")
    theirs = await lind_reader.asks(f"/conversations/{visitor.id}")
    nobodys = await lind_reader.asks(f"/conversations/{'a' * 32}")
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.json() == nobodys.json()


async def test_a_forgotten_conversation_is_counted_and_cannot_be_read(
    http: httpx.AsyncClient, house: Services, analyst: Reader
) -> None:
    visitor = await Visitor.arrives(http)
    async with house.database.transaction() as session:
        await forget_conversation(session, visitor.id)
    [listed] = await analyst.listed()
    assert listed != visitor.id
    for id in (listed, visitor.id):
        assert (await analyst.asks(f"/conversations/{id}")).status_code == 404
