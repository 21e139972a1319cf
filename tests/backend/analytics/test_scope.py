"""What cannot be counted is refused in words, and nobody counts what is not theirs."""

import httpx
import pytest
from fastapi import FastAPI

from backend.analytics.charts import _CHARTS
from backend.analytics.counting import counting
from backend.services import Services
from tests.backend.analytics.past import DAY, handoff, tell, turn
from tests.backend.analytics.readers import PATH, Reader

PATHS = ["", "/handoffs_by_reason", "/handoffs_by_reason.csv", "/conversations"]
ON_THE_DAY = {"first": DAY, "last": DAY}


@pytest.mark.parametrize("path", PATHS)
async def test_days_the_wrong_way_round_are_refused(lind_reader: Reader, path: str) -> None:
    answer = await lind_reader.asks(path, first="2026-02-02", last="2026-02-01")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/days-wrong")
    assert answer.json()["detail"].startswith("Ensimmäinen päivä")


@pytest.mark.parametrize("path", PATHS)
async def test_twenty_years_are_refused_with_the_limit(analyst: Reader, path: str) -> None:
    answer = await analyst.asks(path, first="2006-01-01", last="2025-12-31")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/too-many-days")
    assert str(counting().most_days) in answer.json()["detail"]


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "0001-01-05"), ("9999-12-30", "9999-12-31")]
)
async def test_days_at_the_end_of_time_are_refused(analyst: Reader, first: str, last: str) -> None:
    answer = await analyst.asks(first=first, last=last)
    assert answer.json()["type"] == "/problems/no-such-days"


@pytest.mark.parametrize(
    "query",
    [
        {"from": "1.2.2026"},
        {"to": "2026-02-30"},
        {"language": "sv' or 1=1"},
        {"channel": "web or sms"},
        {"client": "x" * 200},
        {"hour": 24},
        {"hour": "nine"},
        {"hours": "sometimes"},
        {"week": "2026-W54"},
        {"week": "week 5"},
        {"reason": "a or b"},
        {"before": -1},
        {"before": 10**30},
    ],
)
async def test_what_is_no_filter_is_refused(analyst: Reader, query: dict[str, object]) -> None:
    answer = await analyst.http.get(f"{PATH}/conversations", params=query)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert answer.json()["detail"]


async def test_another_clients_user_counts_nothing_of_it(
    lind_reader: Reader, analyst: Reader, house: Services
) -> None:
    theirs = await tell(house, turn(missed=True), handoff(), client="pyy")
    assert (await analyst.figures(**ON_THE_DAY))["conversations"]["value"] == 1
    for more in ({}, {"client": "pyy"}, {"client": ["pyy", "lind"]}):
        assert (await lind_reader.figures(**ON_THE_DAY, **more))["conversations"]["value"] == 0
        assert await lind_reader.listed(**ON_THE_DAY, **more) == []
        for chart in _CHARTS:
            shown = await lind_reader.reads(f"/{chart}", **ON_THE_DAY, **more)
            assert shown["total"]["of"] == 0
            assert house.clients.get("pyy").name not in str(shown)
    assert (await lind_reader.asks(f"/conversations/{theirs}")).status_code == 404


async def test_a_client_that_does_not_exist_is_as_one_that_may_not_be_seen(
    lind_reader: Reader,
) -> None:
    unknown = await lind_reader.reads(**ON_THE_DAY, client="nobody")
    assert unknown == await lind_reader.reads(**ON_THE_DAY, client="pyy")


@pytest.mark.parametrize("path", [*PATHS, "/conversations/" + "a" * 32])
async def test_figures_are_for_who_may_read_them(stranger: Reader, app: FastAPI, path: str) -> None:
    assert (await stranger.asks(path)).status_code == 403
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test.local") as nobody:
        assert (await nobody.get(PATH + path)).status_code == 401


async def test_without_days_the_last_four_weeks_are_counted(analyst: Reader) -> None:
    shown = await analyst.reads()
    first, last = shown["from"], shown["to"]
    again = await analyst.reads(first=first, last=last)
    assert again["figures"] == shown["figures"]
    assert counting().default_days == 28


@pytest.mark.parametrize(
    "path", ["/conversations/a%20b", "/conversations/a-b", "/a%20b", "/a%20b.csv"]
)
async def test_what_is_no_name_is_refused(analyst: Reader, path: str) -> None:
    assert (await analyst.asks(path)).status_code == 422
