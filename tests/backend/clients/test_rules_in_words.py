"""A client's rules as staff read them."""

from collections.abc import Mapping

import pytest

from backend.clients import ClientBook
from backend.clients.rules_in_words import BandInWords, RulesInWords
from backend.texts import read_texts
from backend.wording import Catalogue


@pytest.fixture(scope="module")
def texts() -> Mapping[str, Catalogue]:
    return read_texts()


def bands(clients: ClientBook, client: str, catalogue: Catalogue) -> list[BandInWords]:
    written = RulesInWords(clients.get(client), catalogue).bands()
    return [
        BandInWords(_plain(band.when), [_plain(line) for line in band.lines]) for band in written
    ]


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_a_band_is_told_line_by_line(clients: ClientBook, texts: Mapping[str, Catalogue]):
    (band,) = bands(clients, "no-trening", texts["nb"])
    assert band.when == "Opptil 8 000,00 kr"
    assert band.lines == [
        "Minst 500,00 kr per avdrag",
        "Høyst 6 avdrag",
        "Første betaling innen 14 dager",
        "Betales hver måned",
        "Betales annenhver uke",
        "Betalingsdag fra den 1. til den 28. i måneden",
        "Kan utsettes i høyst 14 dager",
        "Hvorfor: agreed with the client 2026-08; paid as often as members get their wages",
    ]


@pytest.mark.parametrize(
    ("client", "language", "whens"),
    [
        ("se-energi", "sv", ["Upp till 10 000,00 kr", "Över 10 000,00 kr, upp till 60 000,00 kr"]),
        (
            "fi-kraft",
            "fi",
            ["Enintään 1 500,00 €, yksityishenkilöt", "Enintään 1 500,00 €, yritykset"],
        ),
        ("dk-tele", "en", ["Up to 10.000,00 kr, plans broken before: 0 at most"]),
        ("is-fjarskipti", "is", ["Allt að 120.000 kr."]),
    ],
)
def test_which_claims_a_band_is_for(
    clients: ClientBook,
    texts: Mapping[str, Catalogue],
    client: str,
    language: str,
    whens: list[str],
):
    assert [band.when for band in bands(clients, client, texts[language])] == whens


def test_without_a_deferral_only_a_person_decides(
    clients: ClientBook, texts: Mapping[str, Catalogue]
):
    (band,) = bands(clients, "se-bredband", texts["sv"])
    assert "Bara en person kan ge uppskov" in band.lines


def test_every_rule_of_every_client_can_be_said_in_every_language(
    clients: ClientBook, texts: Mapping[str, Catalogue]
):
    for client in clients:
        for catalogue in texts.values():
            assert RulesInWords(client, catalogue).bands()
