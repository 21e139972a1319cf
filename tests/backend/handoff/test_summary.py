"""What an agent reads first."""

from datetime import UTC, datetime
from typing import Any

import pytest

from backend.clients import ClientBook
from backend.conversations.models import Conversation
from backend.handoff.models import Handoff
from backend.handoff.summary import summary
from backend.texts import read_texts
from tests.backend.conversations.fixtures import CLIENTS

TEXTS = read_texts()
LIND = ClientBook.read(CLIENTS).get("lind")


def lines(language: str = "sv", case: str | None = "L-1", **handoff: Any) -> list[str]:
    given = {"reason": "rules", "wish": "", "facts": {}, **handoff}
    handed_over = Handoff(conversation=Conversation(case_reference=case), **given)
    written = summary(handed_over, LIND, TEXTS[language])
    return [line.replace("\u00a0", " ") for line in written]


def test_it_says_why_and_nothing_that_is_not_known() -> None:
    assert lines() == ["Utanför uppdragsgivarens regler", "Legitimerad på betalsidan"]


def test_it_says_what_was_wished_and_what_was_offered() -> None:
    facts = {
        "plan_terms": {"amount": 20_000, "day_of_month": 25},
        "plan_outcome": {"offers": [{"instalments": 12, "instalment": 40_500}]},
    }
    assert lines(facts=facts, wish="200 i månaden") == [
        "Utanför uppdragsgivarens regler",
        "Vill betala 200,00 kr åt gången",
        "Vill betala den 25 i månaden",
        "Senast erbjudet: 12 delbetalningar på 405,00 kr",
        "Skrev: ”200 i månaden”",
    ]


def test_whom_to_call_and_when_comes_right_after_the_reason() -> None:
    at = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    called = lines(reason="callback", phone="0701234567", promised_at=at)
    assert called[1] == "Ring 0701234567, senast torsdag 26 november kl. 09:00"


def test_it_warns_when_nobody_knows_who_it_is() -> None:
    assert lines(case=None)[1] == "Inte legitimerad"


def test_it_is_five_lines_at_most() -> None:
    terms = {"amount": 1, "first_date": "2026-12-01", "end_date": "2027-12-01", "day_of_month": 1}
    assert len(lines(facts={"plan_terms": terms}, wish="hej", phone="1")) == 5


def test_a_long_wish_is_shortened_to_one_line() -> None:
    [_, wish, *_] = lines(wish="ett\ntvå " * 100)
    assert "\n" not in wish
    assert len(wish) < 180


@pytest.mark.parametrize(
    "facts",
    [
        {"plan_terms": "500"},
        {"plan_terms": {"amount": "x", "end_date": "soon", "instalments": "few"}},
        {"plan_outcome": {"offers": []}},
        {"plan_outcome": {"offers": ["x"]}},
    ],
)
def test_a_fact_of_another_kind_is_left_out(facts: dict[str, Any]) -> None:
    assert lines(facts=facts) == lines()


@pytest.mark.parametrize("language", TEXTS)
def test_every_line_can_be_written_in_every_language(language: str) -> None:
    for terms in (
        {"amount": 1, "instalments": 2, "duration_months": 3},
        {"end_date": "2027-12-01", "first_date": "2026-12-01", "day_of_month": 4},
        {"down_payment": 5},
    ):
        assert len(lines(language, facts={"plan_terms": terms})) == len(terms) + 2
