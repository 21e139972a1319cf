"""A debtor takes a copy of all that is kept, and nobody else does."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select, update

from backend.audit.models import AuditRow
from backend.cases.models import Case
from backend.handoff.models import Handoff
from backend.identity.payment_page import make_payment_page_token
from backend.live.limits import read_limits
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over

SERVICE = {"Authorization": "Bearer demo"}


async def alva(http: httpx.AsyncClient, house: Services, **more: Any) -> Visitor:
    token = make_payment_page_token(house.settings, "lind", "L-1")
    return await Visitor.arrives(http, token=token, **more)


@pytest.fixture
async def cases(house: Services) -> None:
    """Alva has two cases, somebody else has one."""
    for reference in ("L-1", "L-2", "L-9"):
        await a_case(
            house.database, reference, first_name="Other" if reference == "L-9" else "Alva"
        )
    async with house.database.transaction() as session:
        first = await session.get_one(Case, "L-1")
        same = update(Case).where(Case.reference == "L-2").values(debtor_id=first.debtor_id)
        await session.execute(same)


def spaced(written: str) -> str:
    return written.replace("\xa0", " ")


async def take(visitor: Visitor) -> httpx.Response:
    return await visitor.http.get(f"{visitor.path}/export", headers=visitor.headers)


@pytest.mark.usefixtures("cases")
async def test_the_copy_has_everything_about_the_person_and_nothing_about_others(
    http: httpx.AsyncClient, house: Services
) -> None:
    earlier = await alva(http, house)
    await earlier.sends("an earlier word")
    visitor = await alva(http, house)
    await hand_over(http, visitor, wish="call me")
    await http.post("/api/cases/L-1/disputes", json={"text": "not mine"}, headers=SERVICE)
    offers = await http.post("/api/cases/L-2/plan-offers", json={"instalments": 6}, headers=SERVICE)
    offer = offers.json()["offers"][0]["id"]
    assert (await http.post(f"/api/plan-offers/{offer}/accept", headers=SERVICE)).status_code == 200
    token = make_payment_page_token(house.settings, "lind", "L-9")
    stranger = await Visitor.arrives(http, token=token)
    await stranger.sends("a stranger's word")

    answer = await take(visitor)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert "L-1" not in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    copy = answer.json()
    assert copy["person"]["name"] == "Alva Sparv"
    first, second = copy["cases"]
    assert (first["reference"], second["reference"]) == ("L-1", "L-2")
    assert first["disputes"][0]["text"] == "not mine"
    assert first["ledger"][0]["amount"] == 486_000
    assert spaced(first["ledger"][0]["amount_text"]) == "4 860,00 kr"
    assert spaced(first["balance"]["total_text"]).endswith("kr")
    assert first["holds"][0]["reason"] == "dispute"
    assert (second["plans"][0]["status"], second["wishes"][0]["outcome"]) == ("agreed", "offer")
    said = [m["text"] for c in copy["conversations"] for m in c["messages"]]
    assert "an earlier word" in said
    handoff = copy["conversations"][1]["handoffs"][0]
    assert (handoff["wish"], "note" in handoff) == ("call me", False)
    assert {"dispute.registered", "plan.agreed"} <= {r["act"] for r in copy["readings"]}
    assert "stranger" not in answer.text
    assert "L-9" not in answer.text


@pytest.mark.usefixtures("cases")
async def test_notes_of_staff_are_counted_and_left_to_a_person(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await alva(http, house, language="sv")
    assert (await take(visitor)).json()["left_out"] == []
    await hand_over(http, visitor)
    async with house.database.transaction() as session:
        await session.execute(update(Handoff).values(note="her brother called"))
    answer = await take(visitor)
    assert "brother" not in answer.text
    [left_out] = answer.json()["left_out"]
    assert left_out.startswith("1 ")


@pytest.mark.parametrize(
    ("language", "says"), [("sv", "Legitimera dig först."), ("fi", "Tunnistaudu ensin.")]
)
async def test_who_is_not_identified_gets_none(
    http: httpx.AsyncClient, language: str, says: str
) -> None:
    client = {"sv": "lind", "fi": "pyy"}[language]
    refused = await take(await Visitor.arrives(http, client=client, language=language))
    assert refused.status_code == 403
    assert refused.json()["type"] == "/problems/not-identified"
    assert refused.json()["detail"].startswith(says)


@pytest.mark.usefixtures("cases")
async def test_another_conversations_key_opens_nothing(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor, stranger = await alva(http, house), await Visitor.arrives(http)
    answer = await http.get(f"{visitor.path}/export", headers=stranger.headers)
    assert answer.status_code == 404
    assert (await http.get(f"{visitor.path}/export")).status_code == 404


@pytest.mark.usefixtures("cases")
async def test_a_copy_is_written_down_and_not_taken_without_end(
    http: httpx.AsyncClient, house: Services
) -> None:
    visitor = await alva(http, house)
    most = read_limits()["exports_of_a_conversation"].at_most
    statuses = [(await take(visitor)).status_code for _ in range(most + 1)]
    assert statuses == [200] * most + [429]
    async with house.database.transaction() as session:
        made = select(AuditRow).where(AuditRow.act == "export.made")
        rows = list(await session.scalars(made))
    assert len(rows) == most
    assert (rows[0].actor_kind, rows[0].actor_id) == ("debtor", visitor.id)


@pytest.mark.usefixtures("cases")
async def test_who_has_read_is_told_without_names(http: httpx.AsyncClient, house: Services) -> None:
    visitor = await alva(http, house)
    await http.get("/api/cases/L-1", headers=SERVICE)
    readings = (await take(visitor)).json()["readings"]
    assert {reading["who"] for reading in readings} == {"debtor", "service"}
    assert set(readings[0]) == {"at", "who", "who_text", "act", "case", "result"}
