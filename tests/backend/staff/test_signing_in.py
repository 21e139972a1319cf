"""Who gets in, and who does not."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.clock import utc_now
from backend.live.limits import read_limits
from backend.services import Services
from backend.staff.models import StaffSession
from backend.staff.seed import seed_staff
from tests.backend.staff.agents import PASSWORD, Agent


async def test_a_session_says_who_is_signed_in(alm: Agent) -> None:
    user = (await alm.http.get("/api/staff/session")).json()["user"]
    assert user.pop("id")
    assert user == {
        "name": "Siri Alm",
        "email": "alm@staff",
        "role": "agent",
        "permissions": ["hold.lift", "hold.place", "plan.offer", "queue.work"],
        "language": "en",
        "clients": ["lind", "pyy"],
        "speaks": [],
        "not_trained_for": [],
        "one_time_password": False,
        "by_provider": False,
        "must_add_second_step": False,
    }


async def test_the_cookie_is_for_the_browser_alone(alm: Agent, house: Services) -> None:
    cookie = (await alm.signs_in("ALM@staff ")).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/api/staff" in cookie
    token = cookie.partition("=")[2].partition(";")[0]
    async with house.database.transaction() as session:
        stored = (await session.scalars(select(StaffSession.id))).all()
    assert token not in stored


async def test_outside_a_demonstration_the_cookie_needs_https(
    alm: Agent, app: FastAPI, house: Services
) -> None:
    settings = house.settings.model_copy(update={"demo": False})
    app.state.services = replace(house, settings=settings)
    assert "Secure" in (await alm.signs_in("alm@staff")).headers["set-cookie"]


async def test_an_unknown_user_and_a_wrong_password_look_alike(alm: Agent) -> None:
    wrong = await alm.signs_in("alm@staff", "wrong")
    unknown = await alm.signs_in("nobody@staff", PASSWORD)
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text == unknown.text
    assert wrong.json()["type"] == "/problems/sign-in-wrong"


async def test_a_refusal_is_in_the_browsers_language(alm: Agent) -> None:
    alm.http.headers["Accept-Language"] = "fi-FI,en;q=0.5"
    refused = await alm.signs_in("alm@staff", "wrong")
    assert refused.json()["detail"] == "Sähköpostiosoite tai salasana on väärä."


async def test_too_many_wrong_passwords_have_to_wait(alm: Agent) -> None:
    for _ in range(read_limits()["failed_sign_ins_for_an_email"].at_most):
        assert (await alm.signs_in("alm@staff", "wrong")).status_code == 401
    waiting = await alm.signs_in("alm@staff")
    assert waiting.status_code == 429
    assert int(waiting.headers["retry-after"]) > 0


async def test_signing_in_rightly_is_never_too_often(alm: Agent) -> None:
    for _ in range(read_limits()["failed_sign_ins_of_an_address"].at_most + 2):
        assert (await alm.signs_in("alm@staff")).status_code == 200


async def test_who_has_signed_out_is_out(alm: Agent) -> None:
    cookies = dict(alm.http.cookies)
    assert (await alm.http.delete("/api/staff/session")).status_code == 204
    alm.http.cookies.update(cookies)
    assert (await alm.http.get("/api/staff/session")).status_code == 401


async def test_a_session_ends_after_its_time(alm: Agent, house: Services) -> None:
    async with house.database.transaction() as session:
        over = utc_now() - timedelta(seconds=1)
        await session.execute(update(StaffSession).values(expires_at=over))
    assert (await alm.http.get("/api/staff/handoffs")).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/staff/session"),
        ("GET", "/api/staff/handoffs"),
        ("GET", "/api/staff/conversations/c1"),
        ("POST", "/api/staff/conversations/c1/take"),
    ],
)
async def test_nothing_is_shown_to_who_is_not_signed_in(
    http: httpx.AsyncClient, method: str, path: str
) -> None:
    headers = {"X-Requested-With": "sovinto"}
    answer = await http.request(method, path, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/signed-out")


async def test_what_another_site_makes_a_browser_send_is_refused(alm: Agent) -> None:
    del alm.http.headers["X-Requested-With"]
    for answer in (
        await alm.http.delete("/api/staff/session"),
        await alm.http.post("/api/staff/conversations/c1/take"),
        await alm.signs_in("alm@staff"),
    ):
        assert answer.status_code == 403
        assert answer.json()["type"] == "/problems/not-from-the-console"


async def test_the_users_of_a_demonstration_can_sign_in(
    http: httpx.AsyncClient, house: Services
) -> None:
    await seed_staff(house.database)
    await seed_staff(house.database)
    http.headers["X-Requested-With"] = "sovinto"
    for email in ("agent@demo", "supervisor@demo"):
        assert (await Agent(http).signs_in(email, "demo")).status_code == 200
