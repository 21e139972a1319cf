"""What was kept with a plan is told as it was kept, and what was not kept is not made up."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from backend.confirmations.document import Part, Words
from backend.confirmations.evidence import Evidence, read_evidence
from backend.confirmations.owed import owed_by_evidence

KEPT: dict[str, Any] = {
    "rules_version": "0123456789abcdef",
    "kind": "plan",
    "terms": {"instalments": 12},
    "claim": {
        "balance": 486_000,
        "parts": {
            "principal": 450_000,
            "interest": 12_000,
            "fee": 24_000,
            "cost": 0,
            "paid_first": ["cost", "interest", "principal"],
        },
    },
    "offer": {
        "balance": 486_000,
        "costs": {"fee": 17_000, "notices": 6_000, "interest": 1_234},
        "compared": {"today": 486_000, "plan": 510_234, "waiting": None},
        "interest": "runs",
        "forgiven": 0,
        "ends_after_days": 14,
        "undo_until": "2026-12-09",
        "notices": [{"code": "limitation_longer", "years": 10, "until": "2036-11-25"}],
    },
    "shown": {"language": "fi", "lines": ["12 erää.", "Sovitaanko?"]},
}


def kept(**offer: Any) -> Evidence:
    evidence = read_evidence({**KEPT, "offer": {**KEPT["offer"], **offer}})
    assert evidence is not None
    return evidence


def test_what_was_kept_is_read_and_the_rest_is_left() -> None:
    evidence = kept()
    assert evidence.words == Words("fi", ("12 erää.", "Sovitaanko?"))
    assert evidence.offer.costs.total == 17_000 + 6_000 + 1_234
    assert (evidence.offer.interest, evidence.offer.ends_after_days) == ("runs", 14)
    assert evidence.offer.undo_until == date(2026, 12, 9)


def test_what_was_owed_is_told_by_kind() -> None:
    expected = (Part("principal", 450_000), Part("interest", 12_000), Part("fee", 24_000))
    assert owed_by_evidence(kept()) == expected


@pytest.mark.parametrize("nothing", [None, {}])
def test_a_plan_of_before_has_none(nothing: dict[str, Any] | None) -> None:
    assert read_evidence(nothing) is None


@pytest.mark.parametrize("shown", [None, {"language": "fi", "lines": []}])
def test_words_that_were_not_kept_are_not_made_up(shown: dict[str, Any] | None) -> None:
    evidence = read_evidence({**KEPT, "shown": shown})
    assert evidence is not None
    assert evidence.words is None


def test_a_word_that_is_not_known_is_not_taken_for_another() -> None:
    with pytest.raises(ValidationError):
        kept(interest="perhaps")
