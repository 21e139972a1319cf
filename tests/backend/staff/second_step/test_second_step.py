"""The second step at sign-in: added, needed, shown, lost and taken away."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pyotp
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import select, update

from backend.audit.models import AuditRow
from backend.clock import utc_now
from backend.live.limits import read_limits
from backend.services import Services
from backend.staff.models import RecoveryCode, StaffSession, StaffUser
from backend.staff.second_step.keeping import SecretLost, decipher, encipher
from tests.backend.staff.agents import PASSWORD, Agent
from tests.backend.staff.people import Somebody, somebody

OWN = "/api/staff/session/second-step"


class App:
    """The app on somebody's phone."""

    def __init__(self, secret: str) -> None:
        self._totp = pyotp.TOTP(secret)

    def code(self, half_minutes: int = 0) -> str:
        """The code of now, or of so many half minutes later."""
        return self._totp.at(utc_now(), counter_offset=half_minutes)


async def adds(agent: Agent) -> tuple[App, list[str]]:
    """Turns it on with the code of the half minute before, so that the one of now is left."""
    begun = await agent.http.post(OWN, json={"password": PASSWORD})
    assert begun.status_code == 200, begun.text
    app = App(begun.json()["secret"])
    answer = await agent.http.post(f"{OWN}/confirm", json={"code": app.code(-1)})
    assert answer.status_code == 200, answer.text
    return app, answer.json()["codes"]


async def signs_in(agent: Agent, code: str | None = None) -> httpx.Response:
    given = {"email": "alm@staff", "password": PASSWORD, "code": code}
    return await agent.http.post("/api/staff/session", json=given)


async def acts(house: Services) -> list[tuple[str, str]]:
    async with house.database.transaction() as session:
        rows = await session.scalars(select(AuditRow).order_by(AuditRow.seq))
        return [(row.act, row.result) for row in rows]


async def test_an_app_reads_the_address_from_the_qr_code(alm: Agent) -> None:
    begun = (await alm.http.post(OWN, json={"password": PASSWORD})).json()
    read = pyotp.parse_uri(begun["address"])
    assert (read.name, read.issuer, read.secret) == ("alm@staff", "Sovinto", begun["secret"])
    assert len(begun["rows"]) == len(begun["rows"][0])
    assert set("".join(begun["rows"])) == {"0", "1"}


async def test_it_does_not_count_before_it_is_confirmed(alm: Agent) -> None:
    begun = (await alm.http.post(OWN, json={"password": PASSWORD})).json()
    assert (await signs_in(alm)).status_code == 200
    wrong = App(begun["secret"]).code(-40)
    answer = await alm.http.post(f"{OWN}/confirm", json={"code": wrong})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/code-wrong")
    assert (await signs_in(alm)).status_code == 200


async def test_adding_it_needs_the_password(alm: Agent) -> None:
    answer = await alm.http.post(OWN, json={"password": "wrong"})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/password-wrong")


async def test_then_the_password_alone_opens_nothing(alm: Agent) -> None:
    app, _ = await adds(alm)
    asked = await signs_in(alm)
    assert (asked.status_code, asked.json()["type"]) == (401, "/problems/second-step-needed")
    assert "set-cookie" not in asked.headers
    assert (await signs_in(alm, app.code())).status_code == 200


async def test_a_wrong_password_is_told_before_a_code_is_asked_for(alm: Agent) -> None:
    await adds(alm)
    assert (await alm.signs_in("alm@staff", "wrong")).json()["type"] == "/problems/sign-in-wrong"


async def test_a_code_is_taken_once(alm: Agent) -> None:
    app, _ = await adds(alm)
    code = app.code()
    assert (await signs_in(alm, code)).status_code == 200
    again = await signs_in(alm, code)
    assert (again.status_code, again.json()["type"]) == (401, "/problems/code-wrong")


async def test_a_code_before_the_last_one_is_not_taken_either(alm: Agent) -> None:
    app, _ = await adds(alm)
    assert (await signs_in(alm, app.code(1))).status_code == 200
    assert (await signs_in(alm, app.code())).status_code == 401


@pytest.mark.parametrize("half_minutes", [-20, -3, 3, 20])
async def test_a_code_of_another_time_is_not_taken(alm: Agent, half_minutes: int) -> None:
    app, _ = await adds(alm)
    assert (await signs_in(alm, app.code(half_minutes))).status_code == 401


async def test_a_code_may_be_typed_with_a_gap(alm: Agent) -> None:
    app, _ = await adds(alm)
    code = app.code()
    assert (await signs_in(alm, f" {code[:3]} {code[3:]} ")).status_code == 200


async def test_too_many_wrong_codes_have_to_wait(alm: Agent) -> None:
    app, _ = await adds(alm)
    for _ in range(read_limits()["failed_codes_of_a_user"].at_most):
        assert (await signs_in(alm, app.code(-20))).status_code == 401
    waiting = await signs_in(alm, app.code())
    assert waiting.status_code == 429
    assert int(waiting.headers["retry-after"]) > 0


async def test_a_recovery_code_stands_in_once(alm: Agent, house: Services) -> None:
    _, codes = await adds(alm)
    assert len(set(codes)) == 10
    typed = codes[3].lower().replace("-", " ")
    assert (await signs_in(alm, typed)).status_code == 200
    assert (await signs_in(alm, codes[3])).status_code == 401
    assert (await signs_in(alm, codes[4])).status_code == 200
    assert (await alm.http.get(OWN)).json()["codes_left"] == 8
    async with house.database.transaction() as session:
        ways = [row.facts.get("way") for row in await session.scalars(select(AuditRow))]
    assert ways.count("recovery-code") == 2


async def test_a_recovery_code_of_another_label_is_none(alm: Agent) -> None:
    _, codes = await adds(alm)
    mixed = codes[0][:4] + codes[1][4:]
    assert (await signs_in(alm, mixed)).status_code == 401
    assert (await signs_in(alm, "AAAA-AAAA-AAAA-AAAA")).status_code == 401
    assert (await signs_in(alm, "")).status_code == 401


async def test_new_recovery_codes_end_the_ones_before(alm: Agent) -> None:
    app, before = await adds(alm)
    answer = await alm.http.post(f"{OWN}/codes", json={"code": app.code()})
    assert answer.status_code == 200
    assert (await signs_in(alm, before[0])).status_code == 401
    assert (await signs_in(alm, answer.json()["codes"][0])).status_code == 200


async def test_nothing_readable_is_stored(alm: Agent, house: Services) -> None:
    begun = (await alm.http.post(OWN, json={"password": PASSWORD})).json()
    code = App(begun["secret"]).code()
    codes = (await alm.http.post(f"{OWN}/confirm", json={"code": code})).json()["codes"]
    async with house.database.transaction() as session:
        [user] = await session.scalars(select(StaffUser).where(StaffUser.email == "alm@staff"))
        kept = (await session.scalars(select(RecoveryCode))).all()
        rows = (await session.scalars(select(AuditRow))).all()
    stored = " ".join([str(user.second_step_secret), *(f"{row.facts}" for row in rows)])
    assert begun["secret"] not in stored
    assert all(row.code_hash.startswith("$argon2id$") for row in kept)
    assert {row.label for row in kept} == {code[:4] for code in codes}


async def test_a_secret_opens_with_its_key_and_for_its_user_alone() -> None:
    key = SecretStr("k" * 32)
    kept = encipher(key, "a", "SECRET")
    assert decipher(key, "a", kept) == "SECRET"
    for other_key, user in ((key, "b"), (SecretStr("l" * 32), "a")):
        with pytest.raises(SecretLost):
            decipher(other_key, user, kept)


async def test_adding_it_ends_all_other_sessions(alm: Agent, house: Services) -> None:
    elsewhere = dict((await alm.signs_in("alm@staff")).cookies)
    assert elsewhere
    await alm.signs_in("alm@staff")
    await adds(alm)
    assert (await alm.http.get("/api/staff/session")).status_code == 200
    async with house.database.transaction() as session:
        mine = select(StaffSession).join(StaffUser).where(StaffUser.email == "alm@staff")
        assert len((await session.scalars(mine)).all()) == 1


async def test_it_is_turned_off_with_a_code_and_then_the_password_is_enough(alm: Agent) -> None:
    app, codes = await adds(alm)
    wrong = await alm.http.post(f"{OWN}/off", json={"code": app.code(-20)})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "/problems/code-wrong")
    assert (await alm.http.post(f"{OWN}/off", json={"code": codes[0]})).status_code == 204
    assert (await signs_in(alm)).status_code == 200
    assert (await alm.http.get(OWN)).json() == {
        "since": None,
        "needed": False,
        "codes_left": 0,
        "by_provider": False,
    }


async def test_a_changed_password_leaves_the_second_step_and_the_session_here(alm: Agent) -> None:
    app, _ = await adds(alm)
    given = {"current": PASSWORD, "new": "ett långt eget lösenord"}
    assert (await alm.http.post("/api/staff/session/password", json=given)).status_code == 204
    assert (await alm.http.get(OWN)).json()["codes_left"] == 10
    asked = await alm.signs_in("alm@staff", given["new"])
    assert asked.json()["type"] == "/problems/second-step-needed"


@pytest.mark.parametrize("what", ["confirm", "codes", "off"])
async def test_without_one_there_is_nothing_to_change(alm: Agent, what: str) -> None:
    answer = await alm.http.post(f"{OWN}/{what}", json={"code": "123456"})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/second-step-not-begun")


async def test_it_is_not_begun_twice(alm: Agent) -> None:
    await adds(alm)
    for path in ("", "/confirm"):
        answer = await alm.http.post(
            f"{OWN}{path}", json={"password": PASSWORD} if not path else {"code": "1"}
        )
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/second-step-on")


@pytest.fixture
async def admin(app: FastAPI, house: Services, password_hash: str) -> Somebody:
    """An administrator of all clients."""
    return await somebody(app, house, "administrator", password_hash=password_hash)


async def id_of(house: Services, email: str) -> str:
    async with house.database.transaction() as session:
        found = await session.scalar(select(StaffUser.id).where(StaffUser.email == email))
    assert found is not None
    return found


async def test_an_administrator_takes_it_from_who_has_lost_the_phone(
    alm: Agent, admin: Somebody, house: Services
) -> None:
    await adds(alm)
    id = await id_of(house, "alm@staff")
    listed = {
        user["id"]: user for user in (await admin.http.get("/api/staff/users")).json()["items"]
    }
    assert listed[id]["has_second_step"] is True
    for _ in range(2):  # a retry is harmless
        answer = await admin.http.delete(f"/api/staff/users/{id}/second-step")
        assert answer.status_code == 204
    assert (await alm.http.get("/api/staff/session")).status_code == 401
    assert (await signs_in(alm)).status_code == 200
    assert [act for act, _ in await acts(house)].count("second_step.off") == 1


async def test_nobody_takes_the_own_one_that_way_or_that_of_a_stranger(
    app: FastAPI, house: Services, admin: Somebody, alm: Agent
) -> None:
    own = await admin.http.delete(f"/api/staff/users/{admin.id}/second-step")
    assert (own.status_code, own.json()["type"]) == (409, "/problems/not-your-own-second-step")
    of_pyy = await somebody(app, house, "administrator", ["pyy"])
    id = await id_of(house, "alm@staff")
    assert (await of_pyy.http.delete(f"/api/staff/users/{id}/second-step")).status_code == 404


async def test_whoever_needs_it_can_do_nothing_before_it_is_on(
    app: FastAPI, house: Services, admin: Somebody
) -> None:
    settings = house.settings.model_copy(update={"demo": False})
    app.state.services = replace(house, settings=settings)
    refused = await admin.http.get("/api/staff/users")
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/second-step-missing")
    me = (await admin.http.get("/api/staff/session")).json()["user"]
    assert (me["must_add_second_step"], me["permissions"]) == (True, [])
    await adds(Agent(admin.http))
    assert (await admin.http.get("/api/staff/users")).status_code == 200
    me = (await admin.http.get("/api/staff/session")).json()["user"]
    assert me["must_add_second_step"] is False


async def test_whom_the_identity_provider_knows_has_the_second_step_there(
    alm: Agent, house: Services
) -> None:
    async with house.database.transaction() as session:
        mine = update(StaffUser).where(StaffUser.email == "alm@staff")
        await session.execute(mine.values(provider_key="k", password_hash=None))
    answer = await alm.http.post(OWN, json={"password": PASSWORD})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/kept-by-provider")


async def test_all_of_it_is_written_down(alm: Agent, house: Services) -> None:
    app, _ = await adds(alm)
    await signs_in(alm, app.code(-20))
    await signs_in(alm, app.code())
    await alm.http.post(f"{OWN}/codes", json={"code": app.code(1)})
    await alm.http.delete("/api/staff/session")
    assert await acts(house) == [
        ("second_step.begun", "done"),
        ("second_step.on", "done"),
        ("second_step.failed", "refused"),
        ("sign_in.done", "done"),
        ("recovery_codes.made", "done"),
        ("sign_in.ended", "done"),
    ]


async def test_a_key_that_has_changed_lets_nobody_in_by_code(
    alm: Agent, app: FastAPI, house: Services
) -> None:
    phone, codes = await adds(alm)
    settings = house.settings.model_copy(update={"second_step_key": SecretStr("another key")})
    app.state.services = replace(house, settings=settings)
    assert (await signs_in(alm, phone.code())).status_code == 401
    assert (await signs_in(alm, codes[0])).status_code == 200


async def test_a_session_of_before_lasts_no_longer_than_it_would_have(
    alm: Agent, house: Services
) -> None:
    await adds(alm)
    async with house.database.transaction() as session:
        over = utc_now() - timedelta(seconds=1)
        await session.execute(update(StaffSession).values(expires_at=over))
    assert (await alm.http.get(OWN)).status_code == 401
