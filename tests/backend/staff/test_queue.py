"""The lists of the console."""

from unittest.mock import ANY

import httpx

from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


async def test_who_waits_longest_stands_first_and_danger_before_all(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitors = [await Visitor.arrives(http) for _ in range(3)]
    for visitor, reason in zip(visitors, ("requested", "anger", "crisis"), strict=True):
        await hand_over(http, visitor, reason=reason)
    first, second, crisis = visitors
    assert await alm.listed() == [crisis.id, first.id, second.id]


async def test_a_handoff_tells_what_the_list_shows(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    await a_case(house.database, "L-1", first_name="Alva")
    token = make_payment_page_token(house.settings, "lind", "L-1")
    visitor = await Visitor.arrives(http, token=token)
    await hand_over(http, visitor)
    [handoff] = (await alm.lists())["items"]
    assert handoff["client"] == {
        "id": "lind",
        "name": "Lind Energi",
        "colour": "#0b6b5b",
        "zone": "Europe/Stockholm",
        "ahead_seconds": ANY,
    }
    assert (handoff["case"], handoff["debtor"]) == ("L-1", "Alva Sparv")
    assert (handoff["wish"], handoff["language"]) == ("en människa, tack", "sv")
    assert (handoff["taken_by"], handoff["promised_at"]) == (None, None)
    assert 0 <= handoff["waiting_seconds"] < 60


async def test_each_list_has_its_own_and_all_are_counted(
    http: httpx.AsyncClient, alm: Agent, lind_only: Agent
) -> None:
    waiting, mine, theirs, done = [await Visitor.arrives(http) for _ in range(4)]
    for visitor in (waiting, mine, theirs, done):
        await hand_over(http, visitor)
    await alm.does(mine, "take")
    await lind_only.does(theirs, "take")
    await alm.does(done, "take")
    await alm.does(done, "close", outcome="solved")
    assert await alm.listed("waiting") == [waiting.id]
    assert await alm.listed("mine") == [mine.id]
    assert await alm.listed("taken") == [theirs.id]
    assert await alm.listed("closed") == [done.id]
    counts = (await alm.lists())["counts"]
    of_clients = counts.pop("clients")
    assert counts == {"waiting": 1, "mine": 1, "taken": 1}
    assert of_clients["lind"] == {"waiting": 1, "taken": 2}
    assert of_clients["pyy"] == {"waiting": 0, "taken": 0}


async def test_an_agent_sees_only_the_own_clients(
    http: httpx.AsyncClient, lind_only: Agent, pyy_only: Agent
) -> None:
    lind, pyy = await Visitor.arrives(http, "lind"), await Visitor.arrives(http, "pyy")
    for visitor in (lind, pyy):
        await hand_over(http, visitor)
    assert await lind_only.listed() == [lind.id]
    assert await pyy_only.listed() == [pyy.id]
    counts = (await pyy_only.lists())["counts"]
    assert counts.pop("clients") == {"pyy": {"waiting": 1, "taken": 0}}
    assert counts == {"waiting": 1, "mine": 0, "taken": 0}
    for what in ("take", "messages", "close", "return"):
        how = {"id": "m-1", "text": "hej", "outcome": "solved"}
        assert (await lind_only.does(pyy, what, **how)).status_code == 404
    assert (await lind_only.reads(pyy)).status_code == 404


async def test_a_list_that_does_not_exist_is_refused(alm: Agent) -> None:
    answer = await alm.http.get("/api/staff/handoffs", params={"state": "all"})
    assert answer.status_code == 422


async def test_a_list_comes_in_pages_without_a_gap_or_a_repeat(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitors = [await Visitor.arrives(http) for _ in range(5)]
    for visitor in visitors:
        await hand_over(http, visitor, reason="crisis" if visitor is visitors[3] else "requested")
    seen: list[str] = []
    after = None
    while True:
        asked = {"limit": 2, **({"after": after} if after else {})}
        page = (await alm.http.get("/api/staff/handoffs", params=asked)).json()
        assert page["total"] == 5
        if not page["items"]:
            break
        seen += [item["conversation"] for item in page["items"]]
        after = page["items"][-1]["id"]
    crisis = visitors[3]
    assert seen == [crisis.id, *(visitor.id for visitor in visitors if visitor is not crisis)]


async def test_what_has_ended_comes_in_pages_too(http: httpx.AsyncClient, alm: Agent) -> None:
    visitors = [await Visitor.arrives(http) for _ in range(3)]
    for visitor in visitors:
        await hand_over(http, visitor)
        await alm.does(visitor, "take")
        await alm.does(visitor, "close", outcome="solved")
    first = (
        await alm.http.get("/api/staff/handoffs", params={"state": "closed", "limit": 2})
    ).json()
    asked = {"state": "closed", "limit": 2, "after": first["items"][-1]["id"]}
    second = (await alm.http.get("/api/staff/handoffs", params=asked)).json()
    listed = [item["conversation"] for item in first["items"] + second["items"]]
    assert listed == [visitor.id for visitor in reversed(visitors)]


async def test_a_list_is_filtered_and_the_counts_are_not(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    swede, finn = await Visitor.arrives(http), await Visitor.arrives(http, "pyy", language="fi")
    await hand_over(http, swede, reason="dispute")
    await hand_over(http, finn, reason="hardship")

    async def found(**filters: str) -> list[str]:
        page = (await alm.http.get("/api/staff/handoffs", params=filters)).json()
        assert page["counts"]["waiting"] == 2
        assert page["total"] == len(page["items"])
        return [item["conversation"] for item in page["items"]]

    assert await found(client="pyy") == [finn.id]
    assert await found(language="sv") == [swede.id]
    assert await found(reason="hardship") == [finn.id]
    assert await found(reason="hardship", language="sv") == []
    assert await found(client="nobody") == []
    assert await found(fits="true") == [swede.id, finn.id]


async def test_the_choices_of_the_filters_are_those_of_the_own_clients(lind_only: Agent) -> None:
    choices = (await lind_only.http.get("/api/staff/handoffs/choices")).json()
    assert [client["id"] for client in choices["clients"]] == ["lind"]
    assert "sv" in choices["languages"]
    assert {"dispute", "crisis"} <= set(choices["reasons"])
    assert "hardship" in choices["skills"]
