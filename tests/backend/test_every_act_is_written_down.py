"""The audit has a row for each read of a case and each act, by whichever route it was done."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from fastapi import FastAPI
from sqlalchemy import func, select

from backend.audit.models import AuditRow
from backend.audit.recording import read_acts
from backend.clock import utc_now
from backend.duty.repository import stay_here
from backend.services import Services
from backend.staff.permissions import read_roles
from tests.backend.attachments.files import send
from tests.backend.conversations.fixtures import Visitor, app, house, http, rasa, shared  # noqa: F401
from tests.backend.conversations.people import a_case
from tests.backend.misses.designers import SMALL, missed, set_copy
from tests.backend.staff.granting.conftest import debtor, generous  # noqa: F401
from tests.backend.staff.people import Somebody, somebody
from tests.backend.test_every_route import ALL

FILE = yaml.safe_load(Path(__file__).with_name("audited_routes.yaml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = FILE["steps"]
#: Bodies that are well formed, where an empty one would be refused before anything is looked for.
BODIES: dict[str, Any] = {step["route"]: step["body"] for step in STEPS if "body" in step}
SERVICE = {"Authorization": "Bearer demo"}


class Walk:
    """Everybody who walks, and what was found on the way."""

    def __init__(self, house: Services, http: httpx.AsyncClient) -> None:  # noqa: F811
        self.house, self.http = house, http
        self.people: dict[str, Somebody] = {}
        self.known: dict[str, Any] = {}

    def fill(self, value: Any) -> Any:
        """A value with what is known in place of its names."""
        if isinstance(value, dict):
            return {name: self.fill(one) for name, one in value.items()}
        if isinstance(value, str) and value.startswith("{") and value.endswith("}"):
            return self.known[value[1:-1]]
        return value

    def address(self, route: str) -> str:
        """The path with ids of what is there."""
        parts = route.replace("}", "{").split("{")
        return "".join(str(self.known[it]) if at % 2 else it for at, it in enumerate(parts))

    async def goes(self, step: dict[str, Any]) -> list[AuditRow]:
        """Asks, and gives the rows that were written because of it."""
        method, _, path = step["route"].partition(" ")
        before = await self._last()
        who = step["as"]
        asks, headers = (self.http, SERVICE) if who == "service" else (self.people[who].http, {})
        if step.get("key"):
            headers = {**headers, "Idempotency-Key": step["key"]}
        body = {"json": self.fill(step["body"])} if "body" in step else {}
        answer = await asks.request(
            method, self.address(path), params=step.get("query"), headers=headers, **body
        )
        assert answer.status_code < 300, (step["route"], answer.text)
        for name, way in step.get("keep", {}).items():
            self.known[name] = _at(answer.json(), way)
        async with self.house.database.transaction() as session:
            new = select(AuditRow).where(AuditRow.seq > before).order_by(AuditRow.seq)
            return list(await session.scalars(new))

    async def _last(self) -> int:
        async with self.house.database.transaction() as session:
            return await session.scalar(select(func.max(AuditRow.seq))) or 0


def _at(content: Any, way: str) -> Any:
    for part in way.split("."):
        content = content[int(part) if part.isdigit() else part]
    return content


@pytest.fixture
async def walk(
    app: FastAPI,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    generous: Services,  # noqa: F811
    debtor: Visitor,  # noqa: F811
    tmp_path: Path,
) -> Walk:
    """The debtor of L-1 has sent a file and waits; a message of somebody else was missed."""
    found = Walk(generous, http)
    await a_case(generous.database, "L-2")
    await missed(generous, "vad är det som händer", client="lind")
    found.known |= {"conversation": debtor.id, "reference": "L-2", "chart": "misses_by_intent"}
    await send(debtor, id="f1")
    found.known["attachment"] = "f1"
    folder = tmp_path / "copy"
    shutil.copytree(SMALL, folder)
    set_copy(app, generous, folder)
    for role in read_roles().roles:
        found.people[role] = await somebody(app, generous, role)
        found.known[role] = found.people[role].id
    async with generous.database.transaction() as session:
        await stay_here(session, [found.known["agent"]], utc_now() + timedelta(hours=1))
    return found


async def test_each_step_leaves_its_rows(walk: Walk) -> None:
    for step in STEPS:
        rows = await walk.goes(step)
        done = {row.act for row in rows if row.result == "done"}
        assert set(step["acts"]) <= done, (step["route"], done)
        if not step["acts"]:
            continue
        who = walk.people[step["as"]].id if step["as"] in walk.people else "case-api"
        assert who in {row.actor_id for row in rows}, step["route"]
        if "of" in step:
            about = {(row.client, row.case_reference) for row in rows if row.act in step["acts"]}
            assert about == {("lind", step["of"])}, step["route"]


def test_the_walk_leaves_no_route_out() -> None:
    asked = {step["route"] for step in STEPS} | FILE["not_here"].keys()
    there = {
        route.name for route in ALL if route.permissions or route.guards & {"service", "signed in"}
    }
    assert asked == there
    assert all(len(reason) > 10 for reason in FILE["not_here"].values())


def test_the_walk_knows_only_acts_that_the_audit_knows() -> None:
    assert {act for step in STEPS for act in step["acts"]} <= read_acts().keys()


@pytest.mark.parametrize("role", read_roles().roles)
async def test_who_has_another_client_finds_nothing_by_any_route(
    walk: Walk,
    app: FastAPI,  # noqa: F811
    role: str,
) -> None:
    for step in STEPS:
        await walk.goes(step)
    stranger = await somebody(app, walk.house, role, ["pyy"])
    asked = 0
    for route in ALL:
        if not route.permissions or not route.permissions <= read_roles().roles[role]:
            continue
        theirs = [name for name in walk.known if f"{{{name}}}" in route.path and name != "chart"]
        body = {"json": walk.fill(BODIES.get(route.name, {}))} if route.method != "GET" else {}
        answer = await stranger.http.request(route.method, walk.address(route.path), **body)
        assert answer.status_code == 404 if theirs else answer.status_code < 500, route.name
        for secret in (walk.known["conversation"], "L-1", "L-2", "Alva"):
            assert secret not in answer.text, route.name
        asked += bool(theirs)
    assert asked > 0
    await stranger.http.aclose()
