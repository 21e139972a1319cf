"""Each chart answers its question, row by row, and leads to the conversations behind a row."""

from datetime import UTC, datetime

import pytest

from backend.analytics.counting import counting
from backend.analytics.wording import read_words as words_by_language
from backend.handoff.outcomes import outcomes
from backend.services import Services
from tests.backend.analytics.past import DAY, agreed, ended, handoff, tell, turn
from tests.backend.analytics.readers import Reader

ON_THE_DAY = {"first": DAY, "last": DAY}


async def test_one_with_two_reasons_stands_under_both_and_counts_once(
    analyst: Reader, house: Services
) -> None:
    both = await tell(house, handoff("requested"), handoff("crisis"))
    one = await tell(house, handoff("requested"), handoff("requested"))
    await tell(house, turn())
    chart = await analyst.reads("/handoffs_by_reason", **ON_THE_DAY)
    rows = {row["key"]: (row["value"], row["of"]) for row in chart["rows"]}
    assert rows == {"requested": (2, 2), "crisis": (1, 2)}
    assert chart["total"] == {"value": 2, "of": 3}
    assert chart["rows"][0]["label"] == "Asked for a person"
    assert set(await analyst.listed(**_query(chart["rows"][0]["drill"]))) == {both, one}


async def test_a_conversation_that_ended_twice_stands_under_both_endings_and_counts_once(
    analyst: Reader, house: Services
) -> None:
    twice = await tell(house, handoff(), ended("promised", "pays_part"), handoff(), ended())
    back = await tell(house, handoff(), ended("returned", None))
    await tell(house, handoff())
    await tell(house, turn())
    chart = await analyst.reads("/handoffs_by_ending", **ON_THE_DAY)
    rows = {row["key"]: (row["label"], row["value"], row["of"]) for row in chart["rows"]}
    assert rows == {
        "promised.pays_part": ("Promised to pay: a part", 1, 2),
        "returned": ("Back to the assistant", 1, 2),
        "solved.question_answered": ("Solved: a question was answered", 1, 2),
    }
    assert chart["total"] == {"value": 2, "of": 3}
    behind = {row["key"]: row["drill"] for row in chart["rows"]}
    assert await analyst.listed(**_query(behind["promised.pays_part"])) == [twice]
    assert await analyst.listed(**_query(behind["returned"])) == [back]
    listed = (await analyst.reads("/conversations", **ON_THE_DAY))["items"]
    assert {item["id"]: item["endings"] for item in listed if item["endings"]} == {
        twice: ["Promised to pay: a part", "Solved: a question was answered"],
        back: ["Back to the assistant"],
    }


async def test_an_ending_of_which_nobody_said_why_stands_by_itself(
    analyst: Reader, house: Services
) -> None:
    older = await tell(house, handoff(), ended("solved", None))
    await tell(house, handoff(), ended("solved", "plan_agreed"))
    chart = await analyst.reads("/handoffs_by_ending", **ON_THE_DAY)
    assert [row["label"] for row in chart["rows"]] == ["Solved", "Solved: something was agreed"]
    assert await analyst.listed(**_query(chart["rows"][0]["drill"])) == [older]


@pytest.mark.parametrize("language", words_by_language())
def test_each_way_to_end_has_a_name(language: str) -> None:
    texts = words_by_language()[language].texts
    for outcome, reasons in outcomes().items():
        assert {f"ending_{outcome}", *(f"why_{reason}" for reason in reasons)} <= texts.keys()


async def test_rates_are_told_by_language_and_by_client(analyst: Reader, house: Services) -> None:
    await tell(house, handoff(), language="sv")
    await tell(house, turn(), language="sv")
    await tell(house, turn(), language="fi", client="pyy")
    languages = await analyst.reads("/handoff_rate_by_language", **ON_THE_DAY)
    assert {row["label"]: row["value"] for row in languages["rows"]} == {
        "Swedish": 50,
        "Finnish": 0,
    }
    clients = await analyst.reads("/handoff_rate_by_client", **ON_THE_DAY)
    assert {row["key"]: row["value"] for row in clients["rows"]} == {"lind": 50, "pyy": 0}
    assert clients["total"] == {"value": 33.3, "of": 3}


async def test_hours_are_the_clients_own_and_apart_for_when_people_are_there(
    analyst: Reader, house: Services
) -> None:
    by_day = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
    at_night = datetime(2026, 3, 4, 20, 30, tzinfo=UTC)
    await tell(house, handoff(), at=by_day)  # half past nine in Sweden, half past ten in Finland
    await tell(house, turn(), at=by_day, client="pyy")
    night = await tell(house, handoff(), at=at_night)
    chart = await analyst.reads("/handoff_rate_by_hour", **ON_THE_DAY)
    rows = {row["key"]: row for row in chart["rows"]}
    assert list(rows) == [f"{hour:02}" for hour in range(24)]
    assert [key for key, row in rows.items() if row["of"]] == ["09", "10", "21"]
    assert (rows["09"]["in_hours"], rows["21"]["in_hours"]) == (100, 0)
    is_open, closed = rows["21"]["series"]
    assert (is_open["value"], is_open["of"]) == (None, 0)
    assert (closed["value"], closed["of"]) == (100, 1)
    assert await analyst.listed(**_query(closed["drill"])) == [night]


@pytest.mark.parametrize(
    ("moment", "day", "hour"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "2026-03-29", 1),  # the clock jumps at two
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "2026-03-29", 3),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25", 2),  # and comes back at three
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25", 2),
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), "2026-07-01", 0),
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), "2026-12-31", 23),
    ],
)
async def test_day_and_hour_follow_summer_time(
    analyst: Reader, house: Services, moment: datetime, day: str, hour: int
) -> None:
    id = await tell(house, turn(), at=moment)
    assert await analyst.listed(first=day, last=day, hour=hour) == [id]


async def test_weeks_are_iso_weeks_and_each_conversation_is_in_one_outcome(
    analyst: Reader, house: Services
) -> None:
    await tell(house, agreed(), at=datetime(2021, 1, 3, 12, tzinfo=UTC))
    left = await tell(house, at=datetime(2021, 1, 4, 12, tzinfo=UTC))
    chart = await analyst.reads("/outcomes_by_week", first="2021-01-03", last="2021-01-12")
    assert [row["key"] for row in chart["rows"]] == ["2020-W53", "2021-W01", "2021-W02"]
    parts = {part["key"]: part["value"] for part in chart["rows"][1]["series"]}
    assert list(parts) == list(counting().outcomes)
    assert parts == dict.fromkeys(counting().outcomes, 0) | {"left": 1}
    assert await analyst.listed(**_query(chart["rows"][1]["drill"])) == [left]


async def test_misses_are_told_by_what_was_most_likely_meant(
    analyst: Reader, house: Services
) -> None:
    missed = await tell(house, turn("ask_fees", missed=True), turn("ask_fees", missed=True), turn())
    await tell(house, turn("ask_fees"))
    chart = await analyst.reads("/misses_by_intent", **ON_THE_DAY)
    [row] = chart["rows"]
    assert (row["key"], row["label"], row["value"]) == ("ask_fees", "Fees", 2)
    assert chart["total"] == {"value": 2, "of": 4}
    assert await analyst.listed(**_query(row["drill"])) == [missed]


async def test_an_unknown_chart_is_not_found(analyst: Reader) -> None:
    for path in ("/weather", "/weather.csv"):
        assert (await analyst.asks(path)).status_code == 404


@pytest.mark.parametrize("chart", counting().charts)
async def test_each_chart_has_its_question_and_stands_being_empty(
    lind_reader: Reader, chart: str
) -> None:
    shown = await lind_reader.reads(f"/{chart}", **ON_THE_DAY)
    assert shown["question"].endswith("?")
    assert shown["definition"]
    assert shown["total"]["of"] == 0


def _query(drill: dict[str, object]) -> dict[str, object]:
    query = dict(drill)
    return {"first": query.pop("from"), "last": query.pop("to"), **query}
