"""A card in words adds what the text does not say."""

from typing import Any

import pytest

from backend.channels.cards import as_lines
from backend.channels.wording import catalogues, words_in

SCHEDULE = [{"due": f"2026-{month:02}-25", "amount": 40500} for month in range(1, 13)]
PLAN = {"type": "plan", "status": "offered", "currency": "SEK", "schedule": SCHEDULE}
PAYMENT = {
    "type": "payment",
    "amount": 40500,
    "currency": "SEK",
    "reference": "1234567",
    "account": "5050-1055",
    "account_label": "bankgiro",
    "payee": "Almhuset",
    "due": "2026-12-25",
}
BALANCE = {
    "type": "balance",
    "total": 486000,
    "currency": "SEK",
    "parts": [{"kind": kind, "amount": 1} for kind in ("principal", "interest", "fee", "payment")],
}


def lines(card: dict[str, Any], text: str = "", *, short: bool = False) -> list[str]:
    return [
        line.replace("\u00a0", " ")
        for line in as_lines(card, text, words_in("sv", "SE"), short=short)
    ]


def test_a_balance_says_what_it_is_made_of() -> None:
    assert lines(BALANCE)[1] == "Ränta: 0,01 kr"
    assert len(lines(BALANCE)) == 4


def test_a_plan_says_each_payment() -> None:
    assert lines(PLAN)[0] == "25 januari 2026: 405,00 kr"
    assert len(lines(PLAN)) == 12


def test_where_letters_cost_a_plan_says_how_it_begins_and_ends() -> None:
    assert lines(PLAN, short=True) == [
        "25 januari 2026: 405,00 kr",
        "25 februari 2026: 405,00 kr",
        "…",
        "25 december 2026: 405,00 kr",
    ]


def test_a_plan_says_each_cost_that_it_has() -> None:
    costly = {**PLAN, "costs": {"fee": 17000, "notices": 4500, "interest": 0}}
    assert lines(costly)[-2:] == ["Varav avgifter: 170,00 kr", "Varav aviavgifter: 45,00 kr"]


def test_where_a_plan_is_found_in_writing_is_said_once_it_is_agreed() -> None:
    agreed = {**PLAN, "status": "agreed", "id": "p1"}
    assert len(lines(agreed)) == len(lines(PLAN)) + 1
    assert "betalsidan" in lines(agreed)[-1]
    assert "p1" not in " ".join(lines(agreed))


def test_what_a_plan_costs_is_said() -> None:
    dear = {**PLAN, "schedule": SCHEDULE[:1], "costs": {"fee": 5000, "interest": 0}}
    assert lines(dear)[1:] == ["Varav avgifter: 50,00 kr"]


def test_a_payment_says_all_that_a_bank_asks_for() -> None:
    assert lines(PAYMENT) == [
        "Belopp: 405,00 kr",
        "Bankgiro: 5050-1055",
        "Mottagare: Almhuset",
        "Referensnummer: 1234567",
        "Betalas senast: 25 december 2026",
    ]


def test_a_code_that_is_scanned_is_no_line() -> None:
    codes = [{"kind": "epc_qr", "text": None, "rows": ["101", "010", "101"]}]
    assert lines({**PAYMENT, "codes": codes}) == lines(PAYMENT)


@pytest.mark.parametrize("kind", ["dispute", "handoff", "callback"])
def test_a_reference_is_said_once(kind: str) -> None:
    card = {"type": kind, "reference": "H-77"}
    assert lines(card, "En person tar över.") == ["Referens: H-77"]
    assert lines(card, "Din referens är H-77.") == []


def test_a_card_that_adds_nothing_or_is_unknown_is_no_line() -> None:
    assert lines({"type": "deferral", "until": "2026-12-25"}) == []
    assert lines({"type": "something new"}) == []


@pytest.mark.parametrize("language", catalogues())
@pytest.mark.parametrize("card", [BALANCE, PLAN, PAYMENT])
def test_every_language_has_words_for_every_card(language: str, card: dict[str, Any]) -> None:
    written = as_lines(card, "", words_in(language, "SE"), short=False)
    assert all(line.strip() and "{" not in line for line in written)
