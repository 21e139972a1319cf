"""The payment page for somebody who comes by a link from a messenger."""

import re

import httpx
import pytest

from backend.clients import ClientBook

CHANNELS = ("telegram", "sms", "whatsapp")


async def test_the_link_is_in_no_part_of_the_page_and_goes_to_no_other_site(api: httpx.AsyncClient):
    answer = await api.get("/pay/se-energi?link=secret-of-the-link")
    assert answer.status_code == 200
    assert "secret-of-the-link" not in answer.text
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert 'src="/demo/static/link.js"' in answer.text


async def test_the_page_tells_nothing_of_anybody(api: httpx.AsyncClient):
    text = (await api.get("/pay/se-energi?link=x&case=SE-1001")).text
    assert not re.search(r"SE-1001|Talltita|4.860|Björkhuset|skuld|inkasso", text)


async def test_it_runs_no_script_and_no_style_of_its_own(api: httpx.AsyncClient):
    for path in ("/pay/se-energi?link=x", "/demo/link/se-energi?channel=sms"):
        text = (await api.get(path)).text
        assert "<style" not in text
        assert re.findall(r"<script(?![^>]* src=)", text) == []
        assert re.findall(r" (on\w+|style)=", text) == []


async def test_every_language_says_where_to_go_back_to(api: httpx.AsyncClient, clients: ClientBook):
    for client in clients:
        for language in client.languages:
            said = set()
            for channel in (*CHANNELS, ""):
                query = {"channel": channel, "language": language}
                answer = await api.get(f"/demo/link/{client.id}", params=query)
                assert f'lang="{language}"' in answer.text
                done = answer.text.partition('data-part="done"')[2]
                said.add(re.findall(r'<p class="lead">([^<]+)', done)[0])
            assert len(said) == 4, "each channel has its own words, and so has none"


async def test_every_language_asks_first_who_asked_for_the_link(
    api: httpx.AsyncClient, clients: ClientBook
):
    for client in clients:
        for language in client.languages:
            said = set()
            for channel in (*CHANNELS, ""):
                query = {"channel": channel, "language": language, "minutes": "7"}
                text = (await api.get(f"/demo/link/{client.id}", params=query)).text
                first, _, identifying = text.partition('data-part="ask"')
                assert re.search(r"\b7 \w+", first)
                assert "<form" not in first
                assert "<form" in identifying
                said.add(re.findall(r"<h1[^>]*>([^<]+)", first)[0])
            assert len(said) == 4, "each channel has its own words, and so has none"


async def test_a_link_of_this_very_minute_was_sent_just_now(api: httpx.AsyncClient):
    text = (await api.get("/demo/link/se-energi?channel=telegram&minutes=0")).text
    assert "skickades alldeles nyss" in text


async def test_a_visitor_may_identify_as_each_demo_case_of_the_client(api: httpx.AsyncClient):
    text = (await api.get("/demo/link/se-energi?channel=telegram")).text
    assert 'value="SE-1001" checked' in text
    assert "NO-1001" not in text


@pytest.mark.parametrize("language", ["de", "sv-SE", ""])
async def test_a_language_that_the_client_does_not_speak_becomes_its_own(
    api: httpx.AsyncClient, language: str
):
    query = {"channel": "sms", "language": language}
    answer = await api.get("/demo/link/se-energi", params=query)
    assert 'lang="sv"' in answer.text


async def test_an_unknown_client_is_not_found(api: httpx.AsyncClient):
    assert (await api.get("/pay/nobody?link=x")).status_code == 404
    assert (await api.get("/demo/link/nobody?channel=sms")).status_code == 404
