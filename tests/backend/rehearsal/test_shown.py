"""A message in a terminal, in two languages."""

from typing import Any

import pytest

from backend.rehearsal.acting import Ways
from backend.rehearsal.inspecting import inspected
from backend.rehearsal.shown import numbered, shown

PLAN = {
    "type": "plan",
    "total": 486_000,
    "currency": "SEK",
    "costs": {"fee": 0},
    "schedule": [{"due": "2026-12-25", "amount": 50_000}],
    "reference": None,
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "sv",
            ["total 4 860,00 kr", "costs: fee 0,00 kr", "· due 25 december 2026, amount 500,00 kr"],
        ),
        (
            "fi",
            [
                "total 4 860,00 kr",
                "costs: fee 0,00 kr",
                "· due 25.12.2026, amount 500,00 kr",
            ],
        ),
    ],
)
def test_a_card_is_written_out(language: str, lines: list[str]) -> None:
    message: dict[str, Any] = {"sender": "assistant", "text": "Hej", "card": PLAN}
    first, kind, *fields = [line.replace("\u00a0", " ") for line in shown(message, language)]
    assert first == "  bot Hej"
    assert kind.endswith("┌ plan")
    assert [field.partition("│ ")[2] for field in fields] == lines


def test_buttons_have_the_numbers_that_press_them() -> None:
    buttons = [{"title": "Ja", "payload": "b_1"}, {"title": "Nej", "payload": "b_2"}]
    assert [line.strip() for line in numbered(buttons)] == ["[1] Ja", "[2] Nej"]


def test_the_inspector_tells_what_was_understood_and_what_acted() -> None:
    understood = {
        "intent": "greet",
        "confidence": 0.94,
        "language": "sv",
        "ranking": [{"name": "greet", "confidence": 0.94}, {"name": "thank", "confidence": 0.03}],
        "entities": [{"entity": "amount", "value": 500}],
        "acted": [{"action": "action_answer", "policy": "policy_0_RulePolicy"}],
    }
    assert list(inspected(understood, Ways([], []))) == [
        "understood  greet 94 %",
        "else        thank 3 %",
        "values      amount 500",
        "language    sv",
        "acted       action_answer  a form that waits for an answer",
    ]
