"""Each figure is what its definition says."""

from datetime import timedelta

import pytest

from backend.clock import utc_now
from backend.services import Services
from tests.backend.analytics.past import (
    DAY,
    THEN,
    Event,
    agreed,
    answered,
    handoff,
    offered,
    rated,
    tell,
    turn,
)
from tests.backend.analytics.readers import Reader

ON_THE_DAY = {"first": DAY, "last": DAY}


async def test_without_conversations_there_is_nothing_and_not_zero(analyst: Reader) -> None:
    figures = await analyst.figures(**ON_THE_DAY)
    assert figures["conversations"]["value"] == 0
    for name in ("handoff_rate", "containment", "misses_per_hundred", "first_answer", "rating"):
        assert (figures[name]["value"], figures[name]["of"]) == (None, 0), name


async def test_handoffs_are_counted_by_conversation(analyst: Reader, house: Services) -> None:
    await tell(house, turn(), handoff(), handoff("crisis"))
    await tell(house, turn())
    await tell(house, turn())
    await tell(house)
    rate = (await analyst.figures(**ON_THE_DAY))["handoff_rate"]
    assert (rate["value"], rate["of"]) == (25.0, 4)


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ([turn()], "answered"),
        ([turn(), turn("thank")], "answered"),
        ([turn("request_plan", asks=True)], "left"),
        ([turn(), turn(missed=True)], "left"),
        ([turn("greet")], "left"),
        ([], "left"),
        ([turn(), offered()], "answered"),
        ([offered(), turn("propose_terms", asks=True)], "left"),
        ([offered(), agreed(), turn("affirm")], "plan_agreed"),
        ([("payment_deferred", {"days": 14}), turn("affirm")], "deferred"),
        ([("claim_disputed", {}), turn("affirm")], "disputed"),
        ([agreed(), turn("affirm"), handoff()], "person"),
    ],
)
async def test_a_conversation_has_one_outcome_and_leaving_is_no_success(
    analyst: Reader, house: Services, events: list[Event], outcome: str
) -> None:
    await tell(house, *events)
    [item] = (await analyst.reads("/conversations", **ON_THE_DAY))["items"]
    assert item["outcome"] == outcome
    contained = (await analyst.figures(**ON_THE_DAY))["containment"]
    assert contained["value"] == (0 if outcome in ("left", "person") else 100)


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        ([turn("ask_opening_hours")], "left"),
        ([turn("ask_opening_hours"), turn("thank")], "answered"),
        ([turn("ask_opening_hours"), rated(5)], "answered"),
        ([turn("ask_opening_hours"), rated(5), rated(2)], "left"),
        ([("visitor_identified", {}), turn()], "answered"),
        ([turn(), ("visitor_identified", {})], "left"),
    ],
)
async def test_a_stranger_is_answered_when_it_is_known_or_says_so(
    analyst: Reader, house: Services, events: list[Event], outcome: str
) -> None:
    await tell(house, *events, identified=False)
    [item] = (await analyst.reads("/conversations", **ON_THE_DAY))["items"]
    assert item["outcome"] == outcome


async def test_what_still_goes_on_is_no_outcome_yet(analyst: Reader, house: Services) -> None:
    await tell(house, turn(), at=utc_now() - timedelta(minutes=5))
    figures = await analyst.figures()
    assert figures["conversations"]["value"] == 1
    assert (figures["containment"]["value"], figures["containment"]["of"]) == (None, 0)


async def test_misses_are_counted_by_message(analyst: Reader, house: Services) -> None:
    await tell(house, turn(missed=True), turn(), turn(), turn())
    misses = (await analyst.figures(**ON_THE_DAY))["misses_per_hundred"]
    assert (misses["value"], misses["of"]) == (25.0, 4)


async def test_plans_are_counted_by_conversation_and_sized_by_currency(
    analyst: Reader, house: Services
) -> None:
    for total in (100_00, 300_00, 200_00):
        await tell(house, offered("counter"), offered(), agreed(total))
    await tell(house, offered(), agreed(50_00, "EUR"), client="pyy")
    await tell(house, offered())
    await tell(house, offered("referral"))
    figures = await analyst.figures(**ON_THE_DAY)
    assert figures["plans_offered"]["value"] == 5
    assert (figures["plans_agreed"]["value"], figures["plans_agreed"]["of"]) == (4, 5)
    assert figures["plan_size"]["value"] is None
    assert figures["plan_size"]["by_currency"] == [
        {"currency": "EUR", "value": 50_00, "of": 1},
        {"currency": "SEK", "value": 200_00, "of": 3},
    ]


async def test_the_wait_is_the_median_of_first_answers(analyst: Reader, house: Services) -> None:
    for seconds in (60, 90, 3000):
        await tell(house, handoff(), answered(seconds))
    wait = (await analyst.figures(**ON_THE_DAY))["first_answer"]
    assert (wait["value"], wait["of"], wait["unit"]) == (90, 3, "seconds")


async def test_of_several_ratings_the_last_one_counts(analyst: Reader, house: Services) -> None:
    await tell(house, turn(), rated(1), rated(5))
    await tell(house, turn(), rated(4))
    rating = (await analyst.figures(**ON_THE_DAY))["rating"]
    assert (rating["value"], rating["of"]) == (4.5, 2)


async def test_the_change_is_to_as_many_days_right_before(analyst: Reader, house: Services) -> None:
    for back in (0, 1, 2, 3, 3, 9):
        await tell(house, turn(), at=THEN - timedelta(days=back))
    first = (THEN - timedelta(days=1)).date().isoformat()
    counted = (await analyst.figures(first=first, last=DAY))["conversations"]
    assert (counted["value"], counted["before"], counted["before_of"]) == (2, 3, 3)


async def test_languages_and_channels_can_be_chosen(analyst: Reader, house: Services) -> None:
    await tell(house, turn(), language="fi")
    await tell(house, turn(), language="sv", channel="sms")
    await tell(house, turn(), language="en", channel="sms")

    async def number(**query: object) -> float:
        return float((await analyst.figures(**ON_THE_DAY, **query))["conversations"]["value"])

    assert await number() == 3
    assert await number(language="fi") == 1
    assert await number(language=["fi", "sv"]) == 2
    assert await number(channel="sms", language=["fi", "sv"]) == 1
    assert await number(client="pyy") == 0


async def test_a_conversation_is_of_the_language_that_it_came_to(
    analyst: Reader, house: Services
) -> None:
    from backend.eventlog import Where, record

    id = await tell(house, turn(), language="sv")
    async with house.database.transaction() as session:
        later = THEN + timedelta(minutes=9)
        record(session, *(turn()[0], Where("lind", id, "web", "fi")), at=later, **turn()[1])
    assert await analyst.listed(**ON_THE_DAY, language="fi") == [id]
    assert await analyst.listed(**ON_THE_DAY, language="sv") == []


async def test_what_has_no_conversation_is_in_no_figure(analyst: Reader, house: Services) -> None:
    from backend.eventlog import Where, record

    async with house.database.transaction() as session:
        record(session, "plan_agreed", Where("lind"), at=THEN, **agreed()[1])
    assert (await analyst.figures(**ON_THE_DAY))["plans_agreed"]["value"] == 0


async def test_the_answer_tells_what_can_be_chosen(lind_reader: Reader) -> None:
    shown = await lind_reader.reads(**ON_THE_DAY)
    assert (shown["from"], shown["to"]) == (DAY, DAY)
    assert [client["id"] for client in shown["clients"]] == ["lind"]
    assert shown["languages"] == ["sv", "en", "fi"]
    assert shown["channels"] == ["web"]
    assert shown["figures"][0]["label"] == "Keskustelut"
