"""Administrators add users, change what they may, and cannot lock everybody out."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from backend.audit.models import AuditRow
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import MOST_SESSIONS
from tests.backend.staff.agents import PASSWORD, Agent
from tests.backend.staff.people import Somebody, somebody

NEW = {
    "name": "  Vera   Kallio ",
    "email": " Vera@Staff.example ",
    "role": "agent",
    "language": "fi",
    "clients": ["pyy"],
}


@pytest.fixture
async def admin(app: FastAPI, house: Services) -> AsyncIterator[Somebody]:
    user = await somebody(app, house, "administrator")
    yield user
    await user.http.aclose()


async def add(admin: Somebody, **other: Any) -> Any:
    return await admin.http.post("/api/staff/users", json={**NEW, **other})


async def test_a_new_user_signs_in_with_the_password_that_is_told_once(
    admin: Somebody, alm: Agent
) -> None:
    answer = await add(admin)
    assert answer.status_code == 201
    user, password = answer.json()["user"], answer.json()["password"]
    assert (user["name"], user["email"]) == ("Vera Kallio", "vera@staff.example")
    assert (user["active"], user["last_seen_at"]) == (True, None)
    assert len(password) >= 20
    assert (await alm.signs_in("vera@staff.example", password)).status_code == 200
    listed = (await admin.http.get("/api/staff/users")).json()["items"]
    [seen] = [item for item in listed if item["id"] == user["id"]]
    assert seen["last_seen_at"] is not None
    assert "password" not in str(listed)


@pytest.mark.parametrize(
    ("wrong", "status", "problem"),
    [
        ({"role": "king"}, 422, "role-unknown"),
        ({"language": "xx"}, 422, "language-unknown"),
        ({"clients": ["nobody"]}, 422, "client-unknown"),
        ({"clients": []}, 422, "client-unknown"),
        ({"email": "no address"}, 422, "invalid"),
        ({"name": "   "}, 422, "invalid"),
        ({"password": "given"}, 422, "invalid"),
    ],
)
async def test_what_cannot_be_is_refused(
    admin: Somebody, wrong: dict[str, Any], status: int, problem: str
) -> None:
    answer = await add(admin, **wrong)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{problem}")


async def test_an_email_is_one_users(admin: Somebody) -> None:
    await add(admin)
    again = await add(admin, email="VERA@staff.example")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/email-taken")


@pytest.mark.parametrize("change", [{"role": "analyst"}, {"active": False}, {"clients": ["lind"]}])
async def test_with_another_right_all_sessions_end(
    admin: Somebody, app: FastAPI, house: Services, change: dict[str, Any]
) -> None:
    user = await somebody(app, house, "agent", ["pyy"])
    assert (await user.http.get("/api/staff/handoffs")).status_code == 200
    changed = await admin.http.patch(f"/api/staff/users/{user.id}", json=change)
    assert changed.status_code == 200
    assert (await user.http.get("/api/staff/session")).status_code == 401
    await user.http.aclose()


async def test_who_is_switched_off_does_not_get_in(admin: Somebody, alm: Agent) -> None:
    added = (await add(admin)).json()
    path = f"/api/staff/users/{added['user']['id']}"
    await admin.http.patch(path, json={"active": False})
    refused = await alm.signs_in("vera@staff.example", added["password"])
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/sign-in-wrong")
    await admin.http.patch(path, json={"active": True})
    assert (await alm.signs_in("vera@staff.example", added["password"])).status_code == 200


@pytest.mark.parametrize("change", [{"role": "agent"}, {"active": False}])
async def test_nobody_takes_the_own_way_in_away(admin: Somebody, change: dict[str, Any]) -> None:
    answer = await admin.http.patch(f"/api/staff/users/{admin.id}", json=change)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-yourself")
    assert (await admin.http.get("/api/staff/users")).status_code == 200


async def test_of_two_administrators_who_switch_each_other_off_one_stays(
    admin: Somebody, app: FastAPI, house: Services
) -> None:
    other = await somebody(app, house, "administrator")
    answers = await asyncio.gather(
        admin.http.patch(f"/api/staff/users/{other.id}", json={"active": False}),
        other.http.patch(f"/api/staff/users/{admin.id}", json={"role": "agent"}),
    )
    assert sorted(answer.status_code for answer in answers)[0] == 200
    async with house.database.transaction() as session:
        left = select(func.count()).where(StaffUser.role == "administrator", StaffUser.active)
        assert await session.scalar(left) == 1
    await other.http.aclose()


async def test_an_administrator_of_one_client_has_nothing_to_say_about_others(
    app: FastAPI, house: Services, admin: Somebody
) -> None:
    local = await somebody(app, house, "administrator", ["lind"])
    theirs = (await add(admin)).json()["user"]["id"]
    listed = (await local.http.get("/api/staff/users")).json()["items"]
    assert [item["id"] for item in listed] == [local.id]
    answer = await local.http.patch(f"/api/staff/users/{theirs}", json={"active": False})
    assert answer.status_code == 404
    assert (await local.http.post(f"/api/staff/users/{theirs}/password")).status_code == 404
    for clients in (["pyy"], ["*"]):
        refused = await add(local, clients=clients, email="x@y")
        assert refused.json()["type"] == "/problems/client-unknown"
    await local.http.aclose()


async def test_a_new_password_ends_the_old_one(admin: Somebody, alm: Agent) -> None:
    added = (await add(admin)).json()
    renewed = await admin.http.post(f"/api/staff/users/{added['user']['id']}/password")
    assert (await alm.signs_in("vera@staff.example", added["password"])).status_code == 401
    told = renewed.json()["password"]
    assert (await alm.signs_in("vera@staff.example", told)).status_code == 200


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        ("short", "password-too-short"),
        ("salasana1234", "password-too-common"),
        ("abcabcabcabc", "password-too-common"),
        ("AdminAdminAdmin", "password-too-common"),
    ],
)
async def test_an_own_password_has_to_be_a_good_one(alm: Agent, new: str, problem: str) -> None:
    given = {"current": PASSWORD, "new": new}
    answer = await alm.http.post("/api/staff/session/password", json=given)
    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")


async def test_a_user_changes_the_own_password_and_is_out_everywhere_else(
    app: FastAPI, alm: Agent
) -> None:
    before = dict(alm.http.cookies)
    wrong = {"current": "not it", "new": "ett långt eget lösenord"}
    answer = await alm.http.post("/api/staff/session/password", json=wrong)
    assert answer.json()["type"] == "/problems/password-wrong"
    right = {**wrong, "current": PASSWORD}
    assert (await alm.http.post("/api/staff/session/password", json=right)).status_code == 204
    assert (await alm.http.get("/api/staff/session")).status_code == 200
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://test.local", cookies=before
    ) as elsewhere:
        assert (await elsewhere.get("/api/staff/session")).status_code == 401
    assert (await alm.signs_in("alm@staff", wrong["new"])).status_code == 200


async def test_who_has_a_password_that_was_made_is_told_so_until_it_is_the_own(
    admin: Somebody, alm: Agent
) -> None:
    async def is_told(email: str, password: str) -> bool:
        user = (await alm.signs_in(email, password)).json()["user"]
        seen = (await alm.http.get("/api/staff/session")).json()["user"]
        assert seen["one_time_password"] is user["one_time_password"]
        return bool(user["one_time_password"])

    assert await is_told("alm@staff", PASSWORD) is False
    added = (await add(admin)).json()
    email, made, own = added["user"]["email"], added["password"], "ett långt eget lösenord"
    assert await is_told(email, made) is True
    given = {"current": made, "new": own}
    assert (await alm.http.post("/api/staff/session/password", json=given)).status_code == 204
    assert await is_told(email, own) is False
    again = await admin.http.post(f"/api/staff/users/{added['user']['id']}/password")
    assert await is_told(email, again.json()["password"]) is True


async def test_a_user_has_only_so_many_sessions(alm: Agent, house: Services) -> None:
    for _ in range(MOST_SESSIONS + 2):
        assert (await alm.signs_in("alm@staff")).status_code == 200
    async with house.database.transaction() as session:
        user = select(StaffUser.id).where(StaffUser.email == "alm@staff").scalar_subquery()
        count = select(func.count()).where(StaffSession.user_id == user)
        assert await session.scalar(count) == MOST_SESSIONS


async def test_every_change_is_written_down_without_names_and_passwords(
    admin: Somebody, house: Services
) -> None:
    added = (await add(admin)).json()
    path = f"/api/staff/users/{added['user']['id']}"
    await admin.http.patch(path, json={"role": "supervisor", "name": "Vera Ny"})
    await admin.http.patch(path, json={"role": "supervisor"})
    await admin.http.post(f"{path}/password")
    async with house.database.transaction() as session:
        rows = list(await session.scalars(select(AuditRow).order_by(AuditRow.seq)))
    assert [row.act for row in rows] == ["user.added", "user.changed", "password.changed"]
    assert rows[1].facts == {"role": "supervisor", "name": True}
    assert "Vera" not in str([row.facts for row in rows])
