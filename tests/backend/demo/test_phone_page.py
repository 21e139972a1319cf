"""The page with a phone."""

import re

import httpx
import pytest

from backend.clients import Client, ClientBook
from backend.demo.phone_page import phone_page
from backend.problems import Problem

CHANNELS = ("telegram", "sms", "whatsapp")


def with_messengers(clients: ClientBook) -> list[Client]:
    return [client for client in clients if any(map(client.channels.messenger, CHANNELS))]


async def test_every_client_with_messengers_has_a_phone_in_each_of_its_languages(
    api: httpx.AsyncClient, clients: ClientBook
):
    for client in with_messengers(clients):
        for language in client.languages:
            text = (await api.get(f"/demo/phone/{client.id}?language={language}")).text
            assert f'<html lang="{language}">' in text
            for channel in CHANNELS:
                has = client.channels.messenger(channel) is not None
                assert (f'value="{channel}"' in text) == has


async def test_it_shows_under_which_address_people_write(api: httpx.AsyncClient):
    text = (await api.get("/demo/phone/se-energi")).text
    for address in ("@NorrskenEnergiBot", "+46846500471", "+46846500472"):
        assert f'data-address="{address}"' in text


async def test_it_runs_no_script_and_no_style_of_its_own(api: httpx.AsyncClient):
    answer = await api.get("/demo/phone/se-energi")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "<style" not in answer.text
    assert re.findall(r"<script(?![^>]* src=)", answer.text) == []
    assert re.findall(r" (on\w+|style)=", answer.text) == []


async def test_what_it_loads_is_served(api: httpx.AsyncClient):
    for name in ("phone.css", "phone.js", "phone_line.js", "phone_screen.js", "link.js"):
        assert (await api.get(f"/demo/static/{name}")).status_code == 200


async def test_the_first_page_leads_to_it(api: httpx.AsyncClient, clients: ClientBook):
    text = (await api.get("/")).text
    for client in with_messengers(clients):
        has = any(map(client.channels.messenger, ("telegram", "sms", "whatsapp")))
        assert (f'href="/demo/phone/{client.id}"' in text) == has


def test_a_client_without_messengers_has_none(clients: ClientBook):
    client = clients.get("se-energi")
    channels = client.channels.model_copy(update=dict.fromkeys(CHANNELS))
    with pytest.raises(Problem, match="phone"):
        phone_page(client.model_copy(update={"channels": channels}), "sv")


async def test_an_unknown_client_has_none(api: httpx.AsyncClient):
    assert (await api.get("/demo/phone/nobody")).status_code == 404
