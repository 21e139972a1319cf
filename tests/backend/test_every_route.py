"""Every route of the application is guarded, or is named with the reason why it is open."""

import inspect
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import yaml
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from sqlalchemy import select
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from backend.app import create_app
from backend.audit.models import AuditRow
from backend.conversations.visiting import visitors_conversation
from backend.demo.routes import in_demo_only
from backend.identity.service_token import service_token
from backend.live import Live
from backend.live.limits import Limit, read_limits
from backend.services import Services
from backend.settings import Settings
from backend.staff.permissions import Guard, read_roles
from backend.staff.signed_in import signed_in
from tests.backend.conversations.fixtures import (  # noqa: F401
    Visitor,
    app,
    house,
    http,
    rasa,
    served,
    shared,
)
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import (  # noqa: F401
    Agent,
    agents,
    alm,
    lind_only,
    password_hash,
    pyy_only,
)
from tests.backend.staff.people import somebody

PUBLIC: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("public_routes.yaml").read_text(encoding="utf-8")
)
GUARDS = {
    service_token: "service",
    visitors_conversation: "visitor",
    in_demo_only: "demo",
    signed_in: "signed in",
}
#: Filled into the path: no such thing exists.
NOTHING = "nothing-of-this-name"


class Found:
    """A route as it is served."""

    def __init__(self, method: str, path: str, guards: set[str], permissions: set[str]) -> None:
        self.method, self.path = method, path
        self.guards, self.permissions = guards, permissions

    @property
    def name(self) -> str:
        """Method and pattern."""
        return f"{self.method} {self.path}"

    @property
    def address(self) -> str:
        """The path with ids of nothing."""
        return "".join(
            NOTHING if at % 2 else part
            for at, part in enumerate(self.path.replace("}", "{").split("{"))
        )


def routes(application: FastAPI) -> Iterator[Found]:
    """All routes; a route of several methods is several."""
    for context in iter_route_contexts(application.routes):
        path = cast(str, context.path or getattr(context.route, "path", ""))
        calls = list(_calls(getattr(context, "dependant", None)))
        guards = {GUARDS[call] for call in calls if call in GUARDS}
        permissions = {call.permission for call in calls if isinstance(call, Guard)}
        kind = type(context.route).__name__
        methods = {"APIWebSocketRoute": {"WS"}, "Mount": {"MOUNT"}}.get(kind, context.methods)
        for method in sorted(set(methods or ()) - {"HEAD"}):
            yield Found(method, path, guards, permissions)


def _calls(dependant: Any) -> Iterator[Any]:
    for dependency in dependant.dependencies if dependant else ():
        yield dependency.call
        yield from _calls(dependency)


ALL = list(
    routes(create_app(cast(Any, type("House", (), {"settings": Settings()})), cast(Any, None)))
)
GUARDED = [route for route in ALL if route.permissions]


def test_a_route_is_guarded_or_named_as_open_with_its_reason() -> None:
    unguarded = {route.name for route in ALL if not route.guards and not route.permissions}
    assert unguarded == set(PUBLIC)
    assert all(len(reason) > 10 for reason in PUBLIC.values())


def test_every_staff_route_names_its_permission() -> None:
    without = {
        route.name
        for route in ALL
        if route.path.startswith("/api/staff/") and not route.permissions
    }
    own = "/api/staff/session"
    of_the_own_session = {
        f"GET {own}",
        f"POST {own}/password",
        f"GET {own}/second-step",
        f"POST {own}/second-step",
        f"POST {own}/second-step/confirm",
        f"POST {own}/second-step/codes",
        f"POST {own}/second-step/off",
    }
    assert without - set(PUBLIC) == of_the_own_session


def test_a_permission_that_no_route_needs_is_of_no_use() -> None:
    used = {permission for route in ALL for permission in route.permissions}
    assert read_roles().permissions.keys() == used


@pytest.fixture
def shared() -> Live:  # noqa: F811
    """Limits wide enough for a walk over all routes."""
    return Live.in_memory({name: Limit(10_000, 60) for name in read_limits()})


async def ask(client: httpx.AsyncClient, route: Found) -> httpx.Response:
    """Asks the route for nothing, with an empty object where a body may be."""
    body = {} if route.method in ("GET", "DELETE") else {"content": json.dumps({})}
    headers = {"X-Requested-With": "sovinto", "Content-Type": "application/json"}
    return await client.request(route.method, route.address, headers=headers, **body)  # type: ignore[arg-type]


async def test_nobody_gets_past_a_guard(http: httpx.AsyncClient) -> None:  # noqa: F811
    expected = {"service": 401, "visitor": 404, "signed in": 401}
    for route in ALL:
        for guard in route.guards - {"demo"}:
            answer = await ask(http, route)
            assert answer.status_code == expected[guard], route.name
            assert answer.headers["content-type"] == "application/problem+json", route.name


@pytest.mark.parametrize("role", read_roles().roles)
async def test_a_role_gets_what_it_has_and_nothing_else(
    app: FastAPI,  # noqa: F811
    house: Services,  # noqa: F811
    role: str,
) -> None:
    user = await somebody(app, house, role)
    for route in GUARDED:
        answer = await ask(user.http, route)
        if route.permissions <= read_roles().roles[role]:
            assert answer.status_code not in (401, 403), route.name
        else:
            assert answer.status_code == 403, route.name
            assert answer.json()["type"] == "/problems/not-allowed", route.name
    await user.http.aclose()


async def test_what_is_refused_is_written_down(app: FastAPI, house: Services) -> None:  # noqa: F811
    user = await somebody(app, house, "analyst")
    assert (await user.http.get("/api/staff/users")).status_code == 403
    async with house.database.transaction() as session:
        [row] = await session.scalars(select(AuditRow).where(AuditRow.act == "access.refused"))
    assert (row.result, row.facts["needs"]) == ("refused", "users.manage")
    await user.http.aclose()


async def test_a_conversation_of_another_client_is_not_there_and_the_attempt_is_written(
    http: httpx.AsyncClient,  # noqa: F811
    app: FastAPI,  # noqa: F811
    house: Services,  # noqa: F811
) -> None:
    visitor = await Visitor.arrives(http, client="lind")
    await hand_over(http, visitor)
    users = [await somebody(app, house, role, ["pyy"]) for role in read_roles().roles]
    of_a_conversation = [
        route for route in GUARDED if "/conversations/{conversation}" in route.path
    ]
    assert len(of_a_conversation) >= 5
    bodies: dict[str, dict[str, Any]] = {
        "messages": {"id": "m1", "text": "hej"},
        "close": {"outcome": "solved"},
        "return": {},
        "plan-offers": {"kind": "plan"},
        "take-over": {"holder": "somebody"},
        "assign": {"to": "somebody"},
        "notes": {"id": "n1", "text": "hej"},
        "payment-details": {"id": "p1"},
        "holds": {"id": "h1", "reason": "care"},
        "lift": {"why": "hej"},
    }
    asked = 0
    for user in users:
        for route in of_a_conversation:
            if not route.permissions <= read_roles().roles[user.role]:
                continue
            address = route.path.replace("{conversation}", visitor.id)
            body = bodies.get(route.path.rpartition("/")[2], {})
            sent = {} if route.method == "GET" else {"json": body}
            answer = await user.http.request(route.method, address, **sent)  # type: ignore[arg-type]
            assert answer.status_code == 404, route.name
            asked += 1
        await user.http.aclose()
    async with house.database.transaction() as session:
        rows = (
            await session.scalars(select(AuditRow).where(AuditRow.act == "access.refused"))
        ).all()
    assert len(rows) == asked > 0
    assert {row.subject_id for row in rows} == {visitor.id}
    assert {row.client for row in rows} == {"lind"}


@pytest.mark.parametrize("role", read_roles().roles)
async def test_only_who_works_the_queue_hears_it_live(
    app: FastAPI,  # noqa: F811
    house: Services,  # noqa: F811
    served: str,  # noqa: F811
    role: str,
) -> None:
    user = await somebody(app, house, role)
    cookie = "; ".join(f"{name}={value}" for name, value in user.http.cookies.items())
    headers = {"Cookie": cookie, "Origin": f"http://{served}"}
    address = f"ws://{served}/api/staff/live"
    if "queue.work" in read_roles().roles[role]:
        async with connect(address, additional_headers=headers) as socket:
            assert json.loads(await socket.recv())["type"] == "hello"
    else:
        with pytest.raises(InvalidStatus):
            await connect(address, additional_headers=headers)
    await user.http.aclose()


async def test_nothing_of_the_demonstration_is_there_in_production(
    app: FastAPI,  # noqa: F811
    house: Services,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
) -> None:
    settings = house.settings.model_copy(update={"demo": False})
    app.state.services = replace(house, settings=settings)
    for route in ALL:
        if "demo" in route.guards:
            assert (await ask(http, route)).status_code == 404, route.name


def test_nothing_that_a_route_depends_on_is_run_in_a_thread(app: FastAPI) -> None:  # noqa: F811
    """Under load each way into a thread and back waits for the one that has the interpreter."""
    calls = [
        call
        for context in iter_route_contexts(app.routes)
        for call in _calls(getattr(context, "dependant", None))
    ]
    assert len(calls) > 100
    assert {str(call) for call in calls if not _is_async(call)} == set()


def _is_async(call: Any) -> bool:
    called = call if inspect.isroutine(call) or inspect.isclass(call) else type(call).__call__
    return inspect.iscoroutinefunction(called) or inspect.isasyncgenfunction(called)
