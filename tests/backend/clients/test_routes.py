"""The client's face and facts over HTTP."""

import httpx
import pytest

from backend.clients import ClientBook
from backend.clients.help import help_of


async def test_the_widget_learns_who_the_client_is_without_a_token(visitor: httpx.AsyncClient):
    answer = await visitor.get("/api/chat/clients/se-energi", params={"language": "fi"})
    assert answer.json() == {
        "id": "se-energi",
        "name": "Norrsken Energi",
        "logo_text": "Norrsken Energi",
        "assistant": "Sovinto",
        "colour": "#0b6b5b",
        "languages": ["sv", "en", "fi", "nb", "da"],
        "language": "fi",
        "identify_url": None,
    }


async def test_an_unknown_client_is_not_found(visitor: httpx.AsyncClient):
    answer = await visitor.get("/api/chat/clients/nobody")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_facts_want_the_service_token(visitor: httpx.AsyncClient):
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic demo"}):
        answer = await visitor.get("/api/clients/se-energi", headers=headers)
        assert answer.status_code == 401
        assert answer.json()["type"] == "/problems/service-token-wrong"


async def test_the_facts_say_when_people_are_there(api: httpx.AsyncClient):
    facts = (await api.get("/api/clients/se-energi", params={"language": "sv"})).json()
    assert facts["hours"] == "mån–fre 08:00–17:00"
    assert facts["open_now"] is False
    assert facts["next_opening"] == "2026-11-23T08:00:00+01:00"
    assert facts["agency"]["phone"] == "08-465 004 12"


async def test_the_facts_say_where_help_is_found(api: httpx.AsyncClient):
    facts = (await api.get("/api/clients/se-energi", params={"language": "sv"})).json()
    assert facts["help"]["crisis"]["phone"] == "90101"
    assert facts["help"]["emergency"]["phone"] == "112"
    assert facts["help"]["supervisor"] == "Finansinspektionen"
    assert facts["help"]["eid"] == "BankID"


@pytest.mark.parametrize(("language", "phone"), [("fi", "09 2525 0111"), ("sv", "09 2525 0112")])
def test_the_crisis_line_speaks_the_language_where_there_is_one(
    clients: ClientBook, language: str, phone: str
):
    assert help_of(clients.get("fi-kauppa"), language)["crisis"]["phone"] == phone


def test_every_client_can_name_somebody_to_call_and_an_adviser(clients: ClientBook):
    for client in clients:
        found = help_of(client, client.home_language)
        assert found["crisis"]["phone"]
        assert found["debt_advice"]["url"]
