"""What holds for every message, whatever the language."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from assistant.nlu.values import Found, read_values
from assistant.nlu.values.lexicon_files import languages, lexicon
from assistant.nlu.values.message import Message
from assistant.nlu.values.phrases import PhraseTree
from assistant.nlu.values.tokens import Token, tokenise

TODAY = date(2026, 11, 21)
LANGUAGES = languages()


def read(text: str, language: str | None = "sv", **more: object) -> list[tuple[str, str]]:
    found = read_values(text, language=language, today=TODAY, **more)  # type: ignore[arg-type]
    return [(one.entity, str(one.json_value())) for one in found]


def test_an_amount_is_exact_and_never_a_float() -> None:
    (found,) = read_values("0,10 kr", language="sv", today=TODAY)
    assert found.value == Decimal("0.10")
    assert found.json_value() == "0.10"
    assert Found("amount", Decimal("500.0"), 0, 3).json_value() == 500


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "?", "...", "\n\n", "\ue000 \ue001", "👍", "\u0301"])
def test_a_message_of_nothing_holds_nothing(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "figures", ["1 500", "1.500", "1,500", "1\u00a0500", "1\u202f500", "1'500", "1500", "1500,00"]
)
def test_thousands_are_written_in_many_ways(figures: str, language: str) -> None:
    assert read(f"{figures} kr", language) == [("amount", "1500")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["800101-1234", "19800101-1234", "010180-123A", "SE45 5000 0000 0583 9825 7466", "14:30"],
)
def test_identity_and_account_numbers_are_no_values(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-104882", ("case_reference", "2024-104882")),
        ("a-55", ("case_reference", "A-55")),
        ("no-1001", ("case_reference", "NO-1001")),
        ("+46 70 123 45 67", ("phone", "+46701234567")),
        ("0046701234567", ("phone", "+46701234567")),
        ("A.B@Example.com", ("email", "a.b@example.com")),
        ("2026-12-01", ("date", "2026-12-01")),
        ("1.12.2026", ("date", "2026-12-01")),
        ("1/12", ("date", "2026-12-01")),
    ],
)
def test_what_is_written_in_figures_is_read_in_every_language(
    text: str, value: tuple[str, str], language: str
) -> None:
    assert read(text, language) == [value]


@pytest.mark.parametrize("text", ["2026-02-30", "31.2.2027", "32/1", "2026-13-01"])
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert [entity for entity, _ in read(text)] in ([], ["amount"])
    assert "date" not in dict(read(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("asked", "said", "value"),
    [
        ("amount", "500", "500"),
        ("amount", "50", "50"),
        ("instalments", "6", "6"),
        ("duration", "12", "12"),
        ("day_of_month", "25", "25"),
        ("date", "25", "2026-11-25"),
        ("phone", "5812345", "5812345"),
        ("case_reference", "1001", "1001"),
    ],
)
def test_a_bare_number_is_what_was_asked_for(
    asked: str, said: str, value: str, language: str
) -> None:
    assert read(said, language, asked=asked) == [(asked, value)]


@pytest.mark.parametrize("said", ["6", "25", "12"])
def test_a_small_bare_number_that_nobody_asked_for_is_nothing(said: str) -> None:
    assert read(said) == []


@pytest.mark.parametrize("asked", ["instalments", "duration", "day_of_month", "date"])
def test_five_hundred_is_never_a_count(asked: str) -> None:
    assert asked not in dict(read("500", asked=asked))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I can pay 500 a month", ("amount", "500")),
        ("från den 25:e varje månad", ("day_of_month", "25")),
        ("viisikymmentä euroa kuussa", ("amount", "50")),
        ("fimm þúsund á mánuði", ("amount", "5000")),
        ("halvtreds kroner om måneden", ("amount", "50")),
    ],
)
def test_without_a_language_the_one_that_reads_most_is_used(
    text: str, value: tuple[str, str]
) -> None:
    assert read(text, None) == [value]


def test_a_month_name_date_in_an_order_of_its_own_is_read_with_its_own_day() -> None:
    assert read("2026 november 25") == [("date", "2026-11-25")]
    assert read("november, 25") == [("date", "2026-11-25")]
    assert read("december 500 kr") == [("amount", "500")]


ADVERSARIAL = [
    "1 ", "1", "111 ", "a@", "1-", "(1", "den 1 ", "ett ", "hundraen", "1.1.", "a-1", "0 ",
    "mellan 1 och ", "fredag , den ", "i slutet av ", "inte ", "500 nej ", "ett hundra och ",
    "femhundra", "[(", "+46 ", "aa", "æ", "kan inte betala mer än ", "varje månad den ",
]  # fmt: skip


def steps(text: str, language: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many nodes of the phrase tree a message visits."""
    count = 0
    walk = PhraseTree._walk

    def counted(*args: object) -> object:
        nonlocal count
        count += 1
        return walk(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(PhraseTree, "_walk", counted)
        read_values(text, language=language, today=TODAY)
    return count


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_the_walk_grows_no_faster_than_the_message(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = (piece * 2000)[:500]
    long = (piece * 2000)[:2000]
    assert steps(long, "sv", monkeypatch) <= 4 * steps(short, "sv", monkeypatch) + 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_two_thousand_hostile_characters_are_read_at_once(piece: str, language: str) -> None:
    lexicon(language)
    before = time.process_time()
    read((piece * 2000)[:2000], language)
    assert time.process_time() - before < 2  # some 50 ms; a pattern that runs away takes minutes


def test_a_message_meets_each_number_word_once() -> None:
    words = lexicon("sv")
    tokens = words.numbers.join(tokenise("ett hundra " * 100, words.spelt))
    assert all(isinstance(token, Token) for token in tokens)
    assert len(Message(tokens, words, TODAY, None, None).tokens) == len(tokens) == 100
