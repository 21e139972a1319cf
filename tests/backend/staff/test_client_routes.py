"""The clients' page of the console."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.audit.models import AuditRow
from backend.clients import ClientBook
from backend.services import Services
from backend.staff.models import StaffUser
from tests.backend.conversations.fixtures import CLIENTS
from tests.backend.staff.agents import Agent

PATH = "/api/staff/clients"


@pytest.fixture
def folder(app: FastAPI, house: Services, tmp_path: Path) -> Path:
    """The clients of these tests in a folder that may be written to."""
    folder = Path(copytree(CLIENTS, tmp_path / "clients"))
    app.state.services = replace(house, clients=ClientBook.read(folder))
    return folder


async def become(house: Services, role: str) -> None:
    async with house.database.transaction() as session:
        await session.execute(update(StaffUser).values(role=role))


async def read(agent: Agent) -> dict:
    answer = await agent.http.get(PATH)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def reload(agent: Agent) -> httpx.Response:
    return await agent.http.post(f"{PATH}/reload")


async def test_a_client_is_told_with_hours_and_rules_in_the_users_language(
    folder: Path, house: Services, lind_only: Agent
):
    await become(house, "supervisor")
    (client,) = (await read(lind_only))["items"]
    about = {name: client[name] for name in ("id", "name", "country", "languages", "channels")}
    assert about == {
        "id": "lind",
        "name": "Lind Energi",
        "country": "SE",
        "languages": ["sv", "en", "fi"],
        "channels": ["web"],
    }
    assert client["open_now"] is True
    assert client["hours"][0] == {"day": "måndag", "from": "08:00", "to": "17:00"}
    assert len(client["hours"]) == 5
    (rules,) = client["rules"]
    assert (rules["state"], rules["since"], rules["when"]) == ("now", None, "")
    assert rules["bands"][0]["when"].replace("\xa0", " ") == "Upp till 10 000,00 kr"
    assert "Högst 12 delbetalningar" in rules["bands"][0]["lines"]
    assert client["version"]
    assert client["loaded_at"]


async def test_nobody_sees_another_clients_file_or_what_is_wrong_with_it(
    folder: Path, house: Services, alm: Agent, lind_only: Agent, pyy_only: Agent
):
    await become(house, "administrator")
    (folder / "pyy.yaml").write_text("id: pyy\ncolour: x\n", encoding="utf-8")
    assert (await reload(alm)).status_code == 200
    assert [client["id"] for client in (await read(lind_only))["items"]] == ["lind"]
    assert (await read(lind_only))["problems"] == []
    for agent in (alm, pyy_only):
        problems = (await read(agent))["problems"]
        assert {problem["file"] for problem in problems} == {"pyy.yaml"}
        colour = next(problem for problem in problems if problem["line"] == 2)
        assert colour["value"] == "colour: x"
        assert "write a dark colour" in colour["says"]


async def test_what_a_client_wants_a_person_for_is_told_in_the_users_language(
    folder: Path, house: Services, alm: Agent, lind_only: Agent
):
    await become(house, "administrator")
    with (folder / "lind.yaml").open("a", encoding="utf-8") as file:
        file.write("\nhand_over:\n  - when: {words: {sv: [advokat, jurist]}}\n")
        file.write("  - when: {debtor: business, intents: [request_plan]}\n    why: agreed\n")
    await reload(alm)
    (client,) = (await read(lind_only))["items"]
    assert client["hand_over"] == [
        {"text": "skriver något av: advokat / jurist", "intents": [], "why": None},
        {"text": "företag", "intents": ["request_plan"], "why": "agreed"},
    ]


async def test_a_reload_serves_what_is_right_and_keeps_what_was(
    folder: Path, house: Services, alm: Agent
):
    await become(house, "administrator")
    before = await read(alm)
    lind = folder / "lind.yaml"
    text = lind.read_text(encoding="utf-8").replace("Lind Energi", "Lind & Co")
    lind.write_text(text, encoding="utf-8")
    (folder / "pyy.yaml").write_text("id: [", encoding="utf-8")
    after = (await reload(alm)).json()
    assert [client["name"] for client in after["items"]] == ["Lind & Co", "Pyy Kauppa"]
    assert [problem["file"] for problem in after["problems"]] == ["pyy.yaml"]
    assert after["checked_at"] > before["checked_at"]
    assert after["items"][0]["version"] != before["items"][0]["version"]
    assert after["items"][1]["version"] == before["items"][1]["version"]


async def test_a_reload_is_in_the_audit(folder: Path, house: Services, alm: Agent):
    await become(house, "administrator")
    (folder / "pyy.yaml").unlink()
    await reload(alm)
    async with house.database.transaction() as session:
        [row] = await session.scalars(select(AuditRow).where(AuditRow.act == "clients.reloaded"))
    assert row.facts == {"changed": 1}


@pytest.mark.parametrize(
    ("role", "reads", "reloads"),
    [
        ("agent", 403, 403),
        ("supervisor", 200, 403),
        ("designer", 200, 403),
        ("analyst", 200, 403),
        ("administrator", 200, 200),
    ],
)
async def test_who_may_read_and_who_may_reload(
    folder: Path, house: Services, alm: Agent, role: str, reads: int, reloads: int
):
    await become(house, role)
    assert (await alm.http.get(PATH)).status_code == reads
    assert (await reload(alm)).status_code == reloads


async def test_a_stranger_and_another_site_are_refused(
    folder: Path, house: Services, http: httpx.AsyncClient, alm: Agent
):
    await become(house, "administrator")
    assert (await http.get(PATH)).status_code == 401
    del alm.http.headers["X-Requested-With"]
    assert (await reload(alm)).status_code == 403
