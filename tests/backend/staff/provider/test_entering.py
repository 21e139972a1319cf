"""Signing in with an identity provider, over the wire that it really speaks."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.audit.models import AuditRow
from backend.clock import utc_now
from backend.live import Live
from backend.live.limits import Limit, read_limits
from backend.services import Services
from backend.staff.models import ProviderAttempt, StaffUser
from backend.staff.provider.opening import open_provider
from tests.backend.staff.agents import HEADERS, PASSWORD, Agent
from tests.backend.staff.provider.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    PERSON,
    IdentityProvider,
    identity_provider,
)

ACCESS = """
role:
  claim: groups
  values: {debt-leaders: supervisor, debt-agents: agent, debt-admins: administrator}
clients:
  claim: groups
  values: {debt-all: ["*"], debt-lind: [lind], debt-pyy: [pyy]}
"""


@pytest.fixture
async def provider() -> AsyncIterator[IdentityProvider]:
    """The house's identity provider."""
    async with identity_provider() as found:
        yield found


@pytest.fixture
def house(house: Services, provider: IdentityProvider, tmp_path: Path) -> Services:
    """Services that know the provider."""
    file = tmp_path / "access.yaml"
    file.write_text(ACCESS, encoding="utf-8")
    settings = house.settings.model_copy(
        update={
            "oidc_issuer": provider.issuer,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": type(house.settings.service_token)(CLIENT_SECRET),
            "oidc_access_file": file,
            "oidc_name": "House ID",
        }
    )
    return replace(house, settings=settings, provider=open_provider(settings))


class Browser:
    """Follows the provider's ways by hand, so that a test can stop between them."""

    def __init__(self, app: FastAPI) -> None:
        transport = httpx.ASGITransport(app)
        self.http = httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1:8000", headers=HEADERS
        )

    async def goes(self) -> str:
        """Presses the button; where it is sent."""
        answer = await self.http.get("/api/staff/session/provider")
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    async def is_sent_back(self, to: str) -> str:
        """Signs in there; the address with which it is sent back."""
        async with httpx.AsyncClient() as outside:
            return (await outside.get(to)).headers["location"]

    async def comes_back(self, with_: str) -> str:
        """Where it lands."""
        answer = await self.http.get(with_)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    async def signs_in(self) -> str:
        """The whole way."""
        return await self.comes_back(await self.is_sent_back(await self.goes()))

    async def user(self) -> dict[str, object] | None:
        """Who is signed in."""
        answer = await self.http.get("/api/staff/session")
        return answer.json()["user"] if answer.status_code == 200 else None


@pytest.fixture
async def browser(app: FastAPI) -> AsyncIterator[Browser]:
    """Somebody's browser."""
    opened = Browser(app)
    yield opened
    await opened.http.aclose()


async def rows(house: Services, act: str) -> list[AuditRow]:
    async with house.database.transaction() as session:
        return list(await session.scalars(select(AuditRow).where(AuditRow.act == act)))


async def test_the_sign_in_page_knows_the_ways_in(browser: Browser) -> None:
    ways = (await browser.http.get("/api/staff/session/ways")).json()
    assert ways == {"password": True, "provider": {"name": "House ID"}}


async def test_the_first_sign_in_makes_the_user_with_role_and_clients(
    browser: Browser, house: Services
) -> None:
    assert await browser.signs_in() == "/console/"
    user = await browser.user()
    assert user is not None
    assert (user["name"], user["email"]) == ("Tuuli Halla", "tuuli.halla@house.example")
    assert (user["role"], user["clients"], user["by_provider"]) == ("agent", ["lind"], True)
    [made] = await rows(house, "user.added")
    [done] = await rows(house, "sign_in.done")
    assert made.facts == {"way": "provider", "role": "agent", "clients": ["lind"]}
    assert (done.actor_id, done.facts) == (user["id"], {"way": "provider"})


async def test_a_later_sign_in_keeps_the_user_in_step_and_ends_what_was_open(
    browser: Browser, app: FastAPI, provider: IdentityProvider
) -> None:
    await browser.signs_in()
    before = await browser.user()
    provider.person |= {"name": "Tuuli Koski", "groups": ["debt-leaders", "debt-all"]}
    again = Browser(app)
    await again.signs_in()
    now = await again.user()
    assert before is not None
    assert now is not None
    assert now["id"] == before["id"]
    assert (now["name"], now["role"]) == ("Tuuli Koski", "supervisor")
    assert now["clients"] == ["lind", "pyy"]
    assert await browser.user() is None
    await again.http.aclose()


async def test_the_role_that_stands_first_in_the_file_counts(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.person["groups"] = ["debt-agents", "debt-leaders", "debt-pyy", "debt-lind"]
    await browser.signs_in()
    user = await browser.user()
    assert user is not None
    assert user["role"] == "supervisor"
    assert user["clients"] == ["lind", "pyy"]


@pytest.mark.parametrize("groups", [["everybody"], ["debt-agents"], ["debt-lind"], [], "x", None])
async def test_without_a_role_and_a_client_nobody_gets_in(
    browser: Browser, provider: IdentityProvider, house: Services, groups: object
) -> None:
    provider.person["groups"] = groups
    assert await browser.signs_in() == "/console/?refused=no-access"
    assert await browser.user() is None
    async with house.database.transaction() as session:
        assert (await session.scalars(select(StaffUser))).all() == []
    [refused] = await rows(house, "sign_in.failed")
    assert (refused.result, refused.facts["reason"]) == ("refused", "no-access")


async def test_who_is_switched_off_here_stays_out(
    browser: Browser, house: Services, app: FastAPI
) -> None:
    await browser.signs_in()
    async with house.database.transaction() as session:
        await session.execute(update(StaffUser).values(active=False))
    assert await Browser(app).signs_in() == "/console/?refused=switched-off"
    assert await browser.user() is None


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"nonce": "another"}, "wrong nonce"),
        ({"nonce": None}, "no nonce"),
        ({"aud": "another-client"}, "wrong audience"),
        ({"aud": None}, "no audience"),
        ({"iss": "https://another.example"}, "wrong issuer"),
        ({"exp": 1_700_000_000}, "expired"),
        ({"exp": None}, "never ends"),
        ({"sub": None}, "nobody"),
        ({"iat": 4_000_000_000}, "not yet issued"),
    ],
)
async def test_a_token_that_is_not_as_it_has_to_be_opens_nothing(
    browser: Browser, provider: IdentityProvider, claims: dict[str, object], why: str
) -> None:
    provider.claims = claims
    assert await browser.signs_in() == "/console/?refused=not-valid", why
    assert provider.tokens_given == 1
    assert await browser.user() is None


async def test_a_wrong_signature_opens_nothing(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.signs_with_anothers_key()
    assert await browser.signs_in() == "/console/?refused=not-valid"
    assert await browser.user() is None


async def test_a_signature_that_we_could_have_made_ourselves_opens_nothing(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.algorithm = "HS256"
    assert await browser.signs_in() == "/console/?refused=not-valid"
    assert provider.tokens_given == 1


async def test_a_new_key_of_the_provider_is_fetched(
    browser: Browser, provider: IdentityProvider
) -> None:
    assert await browser.signs_in() == "/console/"
    provider.takes_a_new_key()
    assert await browser.signs_in() == "/console/"


async def test_a_state_is_good_once(browser: Browser) -> None:
    back = await browser.is_sent_back(await browser.goes())
    assert await browser.comes_back(back) == "/console/"
    assert await browser.comes_back(back) == "/console/?refused=stale"


async def test_of_two_who_come_back_with_one_state_one_gets_in(browser: Browser) -> None:
    back = await browser.is_sent_back(await browser.goes())
    landed = await asyncio.gather(browser.comes_back(back), browser.comes_back(back))
    assert sorted(landed) == ["/console/", "/console/?refused=stale"]


async def test_another_browser_cannot_come_back_in_its_place(
    browser: Browser, app: FastAPI
) -> None:
    back = await browser.is_sent_back(await browser.goes())
    other = Browser(app)
    assert await other.comes_back(back) == "/console/?refused=stale"
    await other.goes()  # with a cookie of its own
    assert await other.comes_back(back) == "/console/?refused=stale"
    assert await browser.comes_back(back) == "/console/"
    await other.http.aclose()


async def test_who_takes_too_long_begins_anew(browser: Browser, house: Services) -> None:
    back = await browser.is_sent_back(await browser.goes())
    async with house.database.transaction() as session:
        over = utc_now() - timedelta(seconds=1)
        await session.execute(update(ProviderAttempt).values(expires_at=over))
    assert await browser.comes_back(back) == "/console/?refused=stale"
    await browser.goes()
    async with house.database.transaction() as session:
        assert len((await session.scalars(select(ProviderAttempt))).all()) == 1


async def test_a_code_of_another_way_fails_at_the_providers_check_of_the_verifier(
    browser: Browser, provider: IdentityProvider
) -> None:
    stolen = await browser.is_sent_back(await browser.goes())
    own = await browser.is_sent_back(await browser.goes())
    code, state = (parse_qs(urlsplit(one).query) for one in (stolen, own))
    mixed = own.replace(state["code"][0], code["code"][0])
    assert await browser.comes_back(mixed) == "/console/?refused=not-valid"
    assert provider.tokens_given == 0


async def test_who_is_refused_there_is_told_here(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.refuses = True
    assert await browser.signs_in() == "/console/?refused=not-let-in"


async def test_a_provider_that_is_away_is_told(browser: Browser, house: Services) -> None:
    settings = house.settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:9"})
    browser.http._transport.app.state.services = replace(  # type: ignore[attr-defined]
        house, settings=settings, provider=open_provider(settings)
    )
    assert await browser.goes() == "/console/?refused=away"


async def test_metadata_of_another_issuer_is_not_believed(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.named_issuer = "https://another.example"
    assert await browser.goes() == "/console/?refused=away"


async def test_claims_without_an_address_make_no_user(
    browser: Browser, provider: IdentityProvider
) -> None:
    del provider.person["email"]
    assert await browser.signs_in() == "/console/?refused=incomplete"


async def test_a_local_account_becomes_the_providers_where_it_vouches_for_the_address(
    browser: Browser, alm: Agent, provider: IdentityProvider
) -> None:
    provider.person |= {"email": "alm@staff", "email_verified": False}
    assert await browser.signs_in() == "/console/?refused=email-taken"
    provider.person["email_verified"] = True
    assert await browser.signs_in() == "/console/"
    assert (await alm.http.get("/api/staff/session")).status_code == 401
    assert (await alm.signs_in("alm@staff", PASSWORD)).status_code == 401


async def test_an_address_of_another_of_the_providers_users_is_not_taken_over(
    browser: Browser, provider: IdentityProvider, app: FastAPI
) -> None:
    await browser.signs_in()
    provider.person["sub"] = "another"
    assert await Browser(app).signs_in() == "/console/?refused=email-taken"


async def test_signing_out_ends_it_here_and_says_where_it_ends_there(
    browser: Browser, provider: IdentityProvider, house: Services
) -> None:
    await browser.signs_in()
    answer = await browser.http.delete("/api/staff/session")
    assert answer.status_code == 200
    goodbye = urlsplit(answer.json()["goodbye"])
    asked = parse_qs(goodbye.query)
    assert answer.json()["goodbye"].startswith(f"{provider.issuer}/end?")
    assert asked["post_logout_redirect_uri"] == ["http://127.0.0.1:8000/console/"]
    assert asked["client_id"] == [CLIENT_ID]
    assert await browser.user() is None
    assert len(await rows(house, "sign_in.ended")) == 1


async def test_a_provider_without_such_a_place_is_left_as_it_is(
    browser: Browser, provider: IdentityProvider
) -> None:
    provider.signs_out = False
    await browser.signs_in()
    assert (await browser.http.delete("/api/staff/session")).status_code == 204


async def test_nothing_personal_of_the_provider_stays_beside_name_and_address(
    browser: Browser, house: Services
) -> None:
    await browser.signs_in()
    async with house.database.transaction() as session:
        [user] = await session.scalars(select(StaffUser))
    assert user.provider_key is not None
    assert PERSON["sub"] not in user.provider_key
    assert user.password_hash is None


async def test_passwords_can_be_switched_off(
    browser: Browser, alm: Agent, house: Services, app: FastAPI
) -> None:
    settings = house.settings.model_copy(update={"local_passwords": False})
    app.state.services = replace(house, settings=settings)
    refused = await alm.signs_in("alm@staff", PASSWORD)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/passwords-off")
    assert (await browser.http.get("/api/staff/session/ways")).json()["password"] is False


async def test_too_many_from_one_address_wait(browser: Browser, app: FastAPI) -> None:
    few = {**read_limits(), "provider_sign_ins_of_an_address": Limit(1, 60)}
    app.state.live = Live.in_memory(few)
    await browser.goes()
    assert await browser.goes() == "/console/?refused=too-often"
