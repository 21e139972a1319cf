"""The identity provider tells that somebody signed out, over the wire that it really speaks."""

import time
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.services import Services
from backend.staff.models import StaffSession
from tests.backend.staff.provider.identity_provider import CLIENT_ID, IdentityProvider
from tests.backend.staff.provider.test_entering import (  # noqa: F401
    Browser,
    browser,
    house,
    provider,
    rows,
)

ADDRESS = "/api/staff/session/provider/logout"


async def tells(app: FastAPI, token: str) -> httpx.Response:
    """The provider's own request: no cookie, no header of the console, a form."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        return await http.post(ADDRESS, data={"logout_token": token})


async def test_who_signed_out_there_is_signed_out_here(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    house: Services,  # noqa: F811
) -> None:
    at_home = Browser(app)
    await browser.signs_in()
    await at_home.signs_in()
    answer = await tells(app, provider.logout_token())
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["cache-control"] == "no-store"
    assert (await browser.user(), await at_home.user()) == (None, None)
    [row] = await rows(house, "sign_in.ended")
    assert (row.actor_kind, row.facts) == ("system", {"way": "provider"})
    assert row.subject_id is not None


async def test_of_a_session_that_is_named_only_that_one_ends(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
) -> None:
    provider.claims["sid"] = "at-work"
    await browser.signs_in()
    provider.claims["sid"] = "at-home"
    at_home = Browser(app)
    await at_home.signs_in()
    assert (await tells(app, provider.logout_token(sid="at-home", sub=None))).status_code == 200
    assert await at_home.user() is None
    assert await browser.user() is not None
    assert (await tells(app, provider.logout_token(sid="at-work"))).status_code == 200
    assert await browser.user() is None


async def test_a_session_that_is_not_known_by_name_ends_with_all_of_its_user(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    house: Services,  # noqa: F811
) -> None:
    await browser.signs_in()
    async with house.database.transaction() as session:
        await session.execute(update(StaffSession).values(provider_sid=None))
    assert (await tells(app, provider.logout_token(sid="before-it-was-kept"))).status_code == 200
    assert await browser.user() is None


async def test_of_somebody_who_is_not_here_nothing_ends_and_nothing_is_wrong(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    house: Services,  # noqa: F811
) -> None:
    await browser.signs_in()
    assert (await tells(app, provider.logout_token(sub="another"))).status_code == 200
    assert (await tells(app, provider.logout_token(sub=None, sid="another"))).status_code == 200
    assert await browser.user() is not None
    assert await rows(house, "sign_in.ended") == []


async def test_the_same_token_again_ends_nothing(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
) -> None:
    await browser.signs_in()
    token = provider.logout_token()
    assert (await tells(app, token)).status_code == 200
    await browser.signs_in()
    assert (await tells(app, token)).status_code == 400
    assert (await tells(app, provider.logout_token(jti="1"))).status_code == 200
    assert await browser.user() is None


def ago(seconds: int) -> int:
    return int(time.time()) - seconds


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://another.example"},
        {"aud": "another"},
        {"aud": ["another", "third"]},
        {"aud": None},
        {"iat": ago(3600), "exp": ago(-60)},
        {"iat": ago(-3600), "exp": ago(-3700)},
        {"iat": None},
        {"exp": ago(300)},
        {"exp": None},
        {"jti": None},
        {"jti": ""},
        {"events": None},
        {"events": {}},
        {"events": {"http://schemas.openid.net/event/backchannel-logout": True}},
        {"events": ["http://schemas.openid.net/event/backchannel-logout"]},
        {"nonce": "n"},
        {"sub": None},
        {"typ": "at+jwt"},
    ],
)
async def test_a_token_that_is_not_as_it_has_to_be_ends_nothing(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    house: Services,  # noqa: F811
    claims: dict[str, Any],
) -> None:
    await browser.signs_in()
    answer = await tells(app, provider.logout_token(**claims))
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/logout-not-valid")
    assert await browser.user() is not None
    assert await rows(house, "sign_in.ended") == []


async def test_a_token_for_several_clients_is_meant_for_ours_too(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
) -> None:
    await browser.signs_in()
    token = provider.logout_token(typ="JWT", aud=["another", CLIENT_ID])
    assert (await tells(app, token)).status_code == 200
    assert await browser.user() is None


@pytest.mark.parametrize("way", ["another key", "a shared secret", "no token", "an id token"])
async def test_what_the_provider_did_not_sign_as_a_logout_ends_nothing(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    way: str,
) -> None:
    await browser.signs_in()
    if way == "another key":
        provider.signs_with_anothers_key()
    if way == "a shared secret":
        provider.algorithm = "HS256"
    token = provider.logout_token()
    if way == "no token":
        token = "a.b.c"
    if way == "an id token":
        token = provider._id_token("n")
    assert (await tells(app, token)).status_code == 400
    assert await browser.user() is not None


async def test_a_new_key_of_the_provider_is_asked_for(
    app: FastAPI,
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
) -> None:
    await browser.signs_in()
    provider.takes_a_new_key()
    assert (await tells(app, provider.logout_token())).status_code == 200
    assert await browser.user() is None


async def test_the_providers_session_is_kept_as_a_fingerprint_alone(
    browser: Browser,  # noqa: F811
    provider: IdentityProvider,  # noqa: F811
    house: Services,  # noqa: F811
) -> None:
    provider.claims["sid"] = "at-work"
    await browser.signs_in()
    async with house.database.transaction() as session:
        [kept] = await session.scalars(select(StaffSession.provider_sid))
    assert kept is not None
    assert "at-work" not in kept
