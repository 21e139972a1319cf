"""Searching conversations: of the own clients, by reference, name and words."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.cases.repository import get_case
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified


async def search(agent: Agent, words: str, **more: object) -> httpx.Response:
    return await agent.http.post("/api/staff/search", json={"words": words, **more})


async def found(agent: Agent, words: str) -> list[tuple[str, str]]:
    answer = await search(agent, words)
    assert answer.status_code == 200, answer.text
    return [(it["handoff"]["conversation"], it["place"]) for it in answer.json()["items"]]


@pytest.fixture
async def alva(http: httpx.AsyncClient, house: Services, agents: list[Agent]) -> Visitor:
    """An identified debtor who has said something and waits for a person."""
    visitor = await identified(http, house)
    await visitor.sends("Jag har flyttat till Ångermanland i våras")
    await hand_over(http, visitor)
    return visitor


async def test_by_the_reference_of_the_case_in_any_letters(alva: Visitor, lind_only: Agent) -> None:
    assert await found(lind_only, "l-1") == [(alva.id, "case")]


async def test_by_the_reference_of_the_handoff_as_it_was_told(
    alva: Visitor, lind_only: Agent
) -> None:
    reference = (await lind_only.lists())["items"][0]["reference"]
    assert await found(lind_only, reference.lower()) == [(alva.id, "handoff")]


async def test_by_the_debtors_name_in_any_order(alva: Visitor, lind_only: Agent) -> None:
    assert await found(lind_only, "sparv ALVA") == [(alva.id, "debtor")]


async def test_a_name_is_found_whatever_the_case_of_its_letters(
    alva: Visitor, lind_only: Agent, house: Services
) -> None:
    async with house.database.transaction() as session:
        (await get_case(session, "L-1")).debtor.name = "Åsa Öström"
    assert await found(lind_only, "åsa öström") == [(alva.id, "debtor")]


async def test_by_words_of_one_message_with_what_stands_around_them(
    alva: Visitor, lind_only: Agent
) -> None:
    [item] = (await search(lind_only, "ÅNGERMANLAND flyttat")).json()["items"]
    # The fake assistant says it again, so it is in the newest message.
    assert (item["place"], item["handoff"]["conversation"]) == ("message", alva.id)
    assert "flyttat till Ångermanland" in item["text"]


async def test_all_the_words_have_to_be_there(alva: Visitor, lind_only: Agent) -> None:
    assert await found(lind_only, "flyttat Lappland") == []


async def test_by_an_internal_note(alva: Visitor, lind_only: Agent) -> None:
    await lind_only.does(alva, "notes", id="n1", text="Ring systern i Kiruna")
    assert await found(lind_only, "kiruna") == [(alva.id, "note")]


@pytest.mark.parametrize("words", ["L-1", "Sparv", "Ångermanland"])
async def test_nothing_of_another_client_is_ever_found(
    alva: Visitor, pyy_only: Agent, words: str
) -> None:
    assert await found(pyy_only, words) == []


async def test_a_conversation_that_was_never_handed_over_is_not_found(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await identified(http, house)
    await visitor.sends("hemlighet")
    assert await found(alm, "hemlighet") == await found(alm, "Sparv") == []


@pytest.mark.parametrize("words", ["%%", "__", "\\\\", "' or 1=1 --"])
async def test_signs_of_the_database_are_only_signs(
    alva: Visitor, lind_only: Agent, words: str
) -> None:
    assert await found(lind_only, words) == []


@pytest.mark.parametrize("words", ["", " ", "a", "a b", "x" * 101])
async def test_too_little_or_too_much_is_refused(lind_only: Agent, words: str) -> None:
    assert (await search(lind_only, words)).status_code == 422


async def test_it_comes_in_pages_without_gaps_and_repeats(
    http: httpx.AsyncClient, house: Services, lind_only: Agent
) -> None:
    ids = []
    for number in range(23):
        visitor = await Visitor.arrives(http)
        await visitor.sends(f"ett ärende om elnät {number}")
        await hand_over(http, visitor)
        ids.append(visitor.id)
    seen: list[str] = []
    before: dict[str, Any] = {}
    for _ in range(2):
        page = (await search(lind_only, "elnät", **before)).json()
        seen += [item["handoff"]["conversation"] for item in page["items"]]
        before = {"before": seen[-1]}
    assert (len(seen), page["more"]) == (23, False)
    assert sorted(seen) == sorted(ids)


async def test_that_it_was_searched_is_written_down_and_for_what_is_not(
    alva: Visitor, lind_only: Agent, house: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    await found(lind_only, "Sparv")
    async with house.database.transaction() as session:
        [row] = await session.scalars(
            select(AuditRow).where(AuditRow.act == "conversations.searched")
        )
    assert row.facts == {"found": 1}
    assert "Sparv" not in capsys.readouterr().out


async def test_who_searches_without_end_is_asked_to_wait(lind_only: Agent) -> None:
    answers = [await search(lind_only, "inget") for _ in range(61)]
    assert answers[-1].status_code == 429


async def test_the_history_has_the_debtors_other_conversations_and_opens_those_that_staff_may_see(
    http: httpx.AsyncClient, house: Services, lind_only: Agent
) -> None:
    await a_case(house.database, "L-1")
    await a_case(house.database, "L-2")
    async with house.database.transaction() as session:
        (await get_case(session, "L-2")).debtor = (await get_case(session, "L-1")).debtor
    now, other = [
        await Visitor.arrives(
            http, token=make_payment_page_token(house.settings, "lind", case), language="sv"
        )
        for case in ("L-1", "L-2")
    ]
    await other.sends("hej")
    await hand_over(http, now)
    history = (await lind_only.http.get(f"/api/staff/conversations/{now.id}/history")).json()
    assert [(it["id"], it["case"], it["open"]) for it in history["items"]] == [
        (other.id, "L-2", False)
    ]
    assert "hej" not in str(history)
    await hand_over(http, other, reason="hardship")
    history = (await lind_only.http.get(f"/api/staff/conversations/{now.id}/history")).json()
    [item] = history["items"]
    assert (item["open"], item["reason"], item["channel"]) == (True, "hardship", "web")


async def test_who_is_not_known_has_no_history(http: httpx.AsyncClient, lind_only: Agent) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    answer = await lind_only.http.get(f"/api/staff/conversations/{visitor.id}/history")
    assert answer.json() == {"items": [], "more": False}
