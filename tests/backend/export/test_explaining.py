"""The copy can be read by people: amounts are written out, and codes have their names."""

from typing import Any

import pytest

from backend.export.explaining import explain
from backend.texts import known_languages, read_texts

COPY = {
    "cases": [
        {
            "status": "open",
            "balance": {"currency": "SEK", "total": 486_000},
            "ledger": [{"kind": "fee", "amount": 6_000}],
            "wishes": [{"terms": {"amount": 500}}],
        }
    ],
    "readings": [{"who": "staff", "act": "case.read"}],
}


def explained(language: str = "sv") -> Any:
    return explain(COPY, read_texts()[language], "SE")


def test_an_amount_is_written_out_in_the_currency_of_its_case() -> None:
    [case] = explained()["cases"]
    assert case["balance"]["total_text"].replace("\xa0", " ") == "4 860,00 kr"
    assert case["ledger"][0]["amount_text"].replace("\xa0", " ") == "60,00 kr"


def test_a_code_has_its_name_and_stays_beside_it() -> None:
    [case], [reading] = explained()["cases"], explained()["readings"]
    assert (case["status"], case["status_text"]) == ("open", "öppet")
    assert case["ledger"][0]["kind_text"] == "avgift"
    assert reading["who_text"] == "en av våra medarbetare"


def test_what_was_noted_as_it_was_said_is_left_alone() -> None:
    assert explained()["cases"][0]["wishes"] == [{"terms": {"amount": 500}}]


@pytest.mark.parametrize("language", known_languages())
def test_every_language_names_the_same_codes(language: str) -> None:
    def codes(of: str) -> set[str]:
        return {entry.when["code"] for entry in read_texts()[of].texts["export_code"]}

    assert codes(language) == codes(known_languages()[0])
