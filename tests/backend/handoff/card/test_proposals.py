"""The terms on the card are those that somebody said."""

from datetime import UTC, datetime

import pytest

from backend.agreements.models import PlanRequest
from backend.handoff.card.proposals import said_terms

ASKED = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"first_date": "2027-11-25"}, {}),
        ({"first_date": "2026-12-10"}, {"first_date": "2026-12-10"}),
        ({"amount": 50_000, "first_date": "2027-11-25"}, {"amount": 50_000}),
        ({"amount": 50_000}, {"amount": 50_000}),
    ],
)
def test_a_day_that_stands_for_any_time_at_all_is_none_that_was_named(
    terms: dict[str, object], said: dict[str, object]
) -> None:
    assert said_terms(PlanRequest(terms=terms, created_at=ASKED)) == said
