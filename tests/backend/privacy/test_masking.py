"""Made-up numbers with right check digits; none belongs to anybody."""

import pytest

from backend.privacy import mask
from backend.privacy.patterns import read_patterns

SHOWN = read_patterns().shown

IDENTITY_NUMBERS = [
    "811228-9874",
    "8112289874",
    "19811228-9874",
    "198112289874",
    "811228+9874",
    "811228\u20139874",
    "701063-2391",
    "197010632391",
    "01010150074",
    "010101 50317",
    "41010150068",
    "01810150110",
    "211062-5629",
    "2110625629",
    "070761-4285",
    "131052-308T",
    "131052-308t",
    "131052A308T",
    "131052Y308T",
    "120174-3399",
    "1201743399",
]

KEPT = [
    "0701234567",
    "070-123 45 67",
    "+46 70 123 45 67",
    "+4511223344",
    "91 23 45 67",
    "+358 40 123 4567",
    "555 1234",
    "4 860,00 kr",
    "4.860,00 kr.",
    "64 800",
    "1000000000",
    "2024-104882",
    "SE-1001",
    "H-7K3M9Q",
    "811228-9873",
    "2026-11-25",
    "25.11.2026",
    "1234.56.78903",
    "FI21 1234 5600 0007 85",
    "SE45 5000 0000 0583 9825 7466",
    "OCR 4111111111111111",
    "KID-nummer: 4111 1111 1111 1111",
    "4111 1111 1111 1112",
    "450401-3150",
    "👍🏽",
]

CARDS = ["4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444", "378282246310005"]


@pytest.mark.parametrize("number", IDENTITY_NUMBERS)
def test_an_identity_number_is_hidden_and_the_rest_of_the_sentence_stays(number: str) -> None:
    assert (
        mask(f"Hei, {number}, jag vill betala 500 kr.") == f"Hei, {SHOWN}, jag vill betala 500 kr."
    )


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_alike_is_kept(text: str) -> None:
    assert mask(text, country="SE") == text


@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_hidden(number: str) -> None:
    assert mask(f"kortet är {number}!") == f"kortet är {SHOWN}!"


@pytest.mark.parametrize(
    "sentence",
    [
        "mitt personnummer är 811228-9873",
        "Fødselsnummer: 010101 50274",
        "CPR-nr. 2110625628",
        "henkilötunnukseni on 131052-308A",
        "kennitalan mín er 120174-3390",
        "my national id number is 12345678901",
    ],
)
def test_a_number_that_is_called_an_identity_number_is_hidden_even_when_mistyped(
    sentence: str,
) -> None:
    masked = mask(sentence)
    assert masked.endswith(SHOWN)
    assert not any(character.isdigit() for character in masked)


def test_a_mobile_number_that_could_be_an_identity_number_is_kept_only_in_its_own_country() -> None:
    assert mask("0701052391", country="SE") == "0701052391"
    assert mask("0701052391", country="DK") == SHOWN


def test_several_numbers_in_one_text_are_all_hidden() -> None:
    assert mask("811228-9874 och 131052-308T") == f"{SHOWN} och {SHOWN}"


def test_masking_twice_changes_nothing_more() -> None:
    once = mask("811228-9874, 4111 1111 1111 1111")
    assert mask(once) == once


def test_a_text_of_twenty_thousand_digits_is_read_in_reasonable_time() -> None:
    text = "1 " * 10_000
    assert mask(text) == text
