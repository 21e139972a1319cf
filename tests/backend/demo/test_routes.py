"""The demonstration's pages and tokens."""

import re
from dataclasses import replace

import httpx
import pytest
from pydantic import SecretStr

from backend.clients import ClientBook
from backend.demo.data import demo_cases
from backend.demo.wording import languages
from backend.identity.payment_page import read_payment_page_token
from backend.services import Services
from backend.settings import Settings
from backend.staff.permissions import read_roles
from backend.staff.seed import demo_users

TOLD_BY_A_CASE = ("SE-1001", "Talltita", "4 860", "100120417", "20417733", "data-token")


async def page(visitor: httpx.AsyncClient, path: str) -> str:
    answer = await visitor.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text.replace("\xa0", " ")


async def test_a_token_is_for_one_case_of_one_client(api: httpx.AsyncClient):
    wish = {"case": "SE-1001", "language": "en"}
    made = (await api.post("/demo/token", json=wish)).json()
    assert (made["client"], made["case"]) == ("se-energi", "SE-1001")
    token = read_payment_page_token(Settings(), made["token"], "se-energi")
    assert (token.case, token.language) == ("SE-1001", "en")


async def test_a_token_may_put_its_case_back_to_its_first_state(api: httpx.AsyncClient):
    await api.post("/api/cases/SE-1001/disputes", json={"text": "Fel."})
    assert (await api.get("/api/cases/SE-1001")).json()["status"] == "disputed"
    await api.post("/demo/token", json={"case": "SE-1001", "reset": True})
    assert (await api.get("/api/cases/SE-1001")).json()["status"] == "open"


async def test_there_is_no_token_for_an_unknown_case(api: httpx.AsyncClient):
    assert (await api.post("/demo/token", json={"case": "SE-1"})).status_code == 404


async def test_the_first_page_has_every_client_and_case(
    api: httpx.AsyncClient, clients: ClientBook
):
    text = await page(api, "/")
    for cases in demo_cases(clients):
        assert f'href="/pay/{cases.client}"' in text
        for case in cases.cases:
            assert f'href="/pay/{cases.client}?case={case.reference}"' in text
    assert 'href="/console/"' in text


async def test_the_first_page_has_each_roles_sign_in_in_each_language(api: httpx.AsyncClient):
    for language in languages():
        text = await page(api, f"/?language={language}")
        assert f'<html lang="{language}">' in text
        for user in demo_users().who_see_all:
            assert user.email in text
        assert "{" not in text
    assert {user.role for user in demo_users().who_see_all} == set(read_roles().roles)
    assert await page(api, "/?language=xx") == await page(api, "/")


async def test_a_page_with_a_case_shows_the_payment_and_carries_a_token(api: httpx.AsyncClient):
    text = await page(api, "/pay/se-energi?case=SE-1001")
    for told in ("4 860,00 kr", "20417733", "5050-1055", 'lang="sv"'):
        assert told in text
    found = re.search(r'data-client="se-energi" data-token="([^"]+)" data-language="sv"', text)
    assert found is not None
    assert read_payment_page_token(Settings(), found[1], "se-energi").case == "SE-1001"


@pytest.mark.parametrize("path", ["/pay/se-energi", "/pay/se-energi?case=SE-1001&identified=0"])
async def test_a_page_without_identification_tells_of_no_debt(api: httpx.AsyncClient, path: str):
    text = await page(api, path)
    visible = re.sub(r"<script[^>]*>", "", text)
    assert not [told for told in TOLD_BY_A_CASE if told in visible]
    assert "data-token" not in text
    words = r"skuld|inkasso|krav|betalning|faktura"
    assert re.findall(words, visible, re.IGNORECASE) == []


async def test_a_page_speaks_the_debtors_language_or_the_chosen_one(api: httpx.AsyncClient):
    assert '<html lang="fi">' in await page(api, "/pay/se-energi?case=SE-1007")
    assert '<html lang="en">' in await page(api, "/pay/se-energi?case=SE-1007&language=en")
    assert '<html lang="sv">' in await page(api, "/pay/se-energi?language=de")


async def test_every_client_has_a_page_in_each_of_its_languages(
    api: httpx.AsyncClient, clients: ClientBook
):
    for cases in demo_cases(clients):
        client = clients.get(cases.client)
        for language in client.languages:
            for case in ("", f"&case={cases.cases[0].reference}"):
                text = await page(api, f"/pay/{client.id}?language={language}{case}")
                assert f'<html lang="{language}">' in text
                assert f'data-language="{language}"' in text


async def test_a_case_of_another_client_is_not_found(api: httpx.AsyncClient):
    assert (await api.get("/pay/se-energi?case=NO-1001")).status_code == 404
    assert (await api.get("/pay/nobody")).status_code == 404


async def test_pages_run_no_script_and_no_style_of_their_own(api: httpx.AsyncClient):
    for path in ("/", "/pay/se-energi", "/pay/se-energi?case=SE-1001"):
        answer = await api.get(path)
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "<style" not in answer.text
        assert re.findall(r"<script(?![^>]* src=)", answer.text) == []
        assert re.findall(r" (on\w+|style)=", answer.text) == []
        assert answer.headers["cache-control"] == "no-store"


async def test_style_script_and_colour_are_served(api: httpx.AsyncClient):
    for path, kind in (
        ("/demo/static/demo.css", "text/css"),
        ("/demo/static/pay.js", "javascript"),
        ("/demo/brand/dk-fitness.css", "text/css"),
    ):
        answer = await api.get(path)
        assert answer.status_code == 200
        assert kind in answer.headers["content-type"]
    assert (await api.get("/demo/static/..%2Findex.html")).status_code == 404


async def test_production_has_none_of_it(api: httpx.AsyncClient, seeded: Services):
    secrets = {
        name: SecretStr("x" * 32)
        for name in ("rasa_secret", "service_token", "payment_page_secret", "second_step_key")
    }
    production = replace(seeded, settings=Settings(demo=False, **secrets))
    api._transport.app.state.services = production
    for path in ("/", "/pay/se-energi", "/demo/static/demo.css", "/demo/brand/se-energi.css"):
        assert (await api.get(path)).status_code == 404
    assert (await api.post("/demo/token", json={"case": "SE-1001"})).status_code == 404
