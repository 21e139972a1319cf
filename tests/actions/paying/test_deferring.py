"""More time: what it costs is said before the yes, and where only a person may grant it, why."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.paying.deferring import Defer
from tests.actions.conftest import CaseSystem, Said, tracker_of, written


async def more_time(case: str, language: str = "sv", **entities: str) -> Said:
    """What is said to a wish for more time."""
    dispatcher = CollectingDispatcher()
    await Defer().run(dispatcher, tracker_of(case, "request_deferral", language, entities), {})
    return [(message["response"], message) for message in dispatcher.messages]


async def test_without_interest_it_costs_nothing(case_system: CaseSystem):  # noqa: F811
    (text, message), _ = await more_time("SE-1001")
    assert text == "deferral_offer"
    assert "utan kostnad" in written(message, "sv")


@pytest.mark.parametrize("language", ["sv", "nb", "da", "fi", "is", "en"])
async def test_interest_that_runs_is_in_the_sum_of_the_later_day(
    case_system: CaseSystem,  # noqa: F811
    language: str,
):
    (_, message), _ = await more_time("SE-1010", language)
    assert message["grows"]
    assert message["total"]["amount"] > 1_291_518
    figure = f"{message['total']['amount'] // 100 % 1000:03}"
    assert figure in written(message, language)


@pytest.mark.parametrize(
    ("case", "language", "said"),
    [
        ("SE-1001", "sv", "tidigast den 21 november 2029. Ska jag flytta fram betalningen?"),
        ("NO-1001", "nb", "tidligst 21. november 2029. Skal jeg flytte fristen?"),
        ("DK-1001", "da", "Fristen kan også blive 10 år. Skal jeg udsætte betalingen?"),
        ("FI-1001", "fi", "aikaisintaan 21.11.2029. Siirränkö eräpäivän?"),
        ("IS-1001", "is", "í fyrsta lagi 21. nóvember 2030. Á ég að færa eindagann?"),
        ("SE-1009", "en", "on 21 November 2036 at the earliest. Shall I move the due date?"),
    ],
)
async def test_what_a_yes_does_to_limitation_is_said_with_the_question(
    case_system: CaseSystem,  # noqa: F811
    case: str,
    language: str,
    said: str,
):
    first, (text, message) = await more_time(case, language)
    assert first[1]["choices"] == []
    assert text == "deferral_question"
    assert written(message, language, case).endswith(said)


@pytest.mark.parametrize("case", ["SE-1005", "SE-1006"])
async def test_where_no_plan_is_possible_either_the_reason_is_said(
    case_system: CaseSystem,  # noqa: F811
    case: str,
):
    ((text, message),) = await more_time(case)
    assert text == "plan_referral"
    assert message["reason"]


async def test_nothing_is_put_off_that_is_paid(case_system: CaseSystem):  # noqa: F811
    ((text, _),) = await more_time("SE-1004")
    assert text == "nothing_owed"


@pytest.mark.parametrize(
    ("wish", "until", "text"),
    [
        ({"more_time": "P14D"}, "2026-12-07", "deferral_offer"),  # two weeks end on a Saturday
        ({"date": "2026-12-10"}, "2026-12-10", "deferral_offer"),
        ({}, "2026-12-21", "deferral_offer"),
        ({"more_time": "P3M"}, "2026-12-21", "deferral_latest"),
    ],
)
async def test_the_day_that_was_asked_for_is_offered_where_the_rules_allow_it(
    case_system: CaseSystem,  # noqa: F811
    wish: dict[str, str],
    until: str,
    text: str,
):
    (said, message), (_, question) = await more_time("SE-1001", **wish)
    assert (said, message["until"]) == (text, until)
    assert question["choices"][0]["entities"] == {"until": until}
