"""A client's rules as staff read them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from backend.clients import Client, ClientBook
from backend.clients.band_in_words import BandInWords
from backend.clients.rules_in_words import RulesInWords, VersionInWords
from backend.clients.written import Written
from backend.texts import read_texts
from backend.wording import Catalogue
from tests.backend.clients.files import demo_text


@pytest.fixture(scope="module")
def texts() -> Mapping[str, Catalogue]:
    return read_texts()


TODAY = date(2026, 11, 21)
VERSIONS = [
    {
        "from": "2026-01-01",
        "never": ["business"],
        "undo_within_days": 14,
        "why": "agreed 2025-11",
        "by_hand": {
            "agent": {"balance": {"up_to": 10000}, "instalments": {"at_most": 18}},
            "supervisor": {
                "settlement": {"at_least_percent": 60, "within_days": 30},
                "deferral": {"at_most_days": 60, "at_most_times": 3},
            },
        },
        "bands": [
            {
                "when": {
                    "balance": {"over": 500, "up_to": 10000},
                    "age_days": {"over": 30, "up_to": 365},
                    "debtor": "consumer",
                    "broken_plans": {"at_most": 0},
                    "status": ["open", "enforcement"],
                },
                "instalment": {"at_least": 300},
                "instalments": {"at_most": 12},
                "duration": {"at_most_months": 6},
                "first_payment": {"within_days": 35, "not_before_days": 3},
                "down_payment": {"at_least_percent": 20},
                "rhythm": ["weekly", "fortnightly"],
                "interest": "runs",
                "fees": {"plan": 170, "notice": 5},
                "deferral": {"at_most_days": 30, "at_most_times": 2},
                "settlement": {"at_least_percent": 80, "within_days": 14},
                "pause": {"at_most_instalments": 1, "within_months": 6},
                "change": {"at_most_times": 2},
                "why": "as agreed",
            }
        ],
    },
    {
        "from": "2027-03-01",
        "bands": [
            {
                "instalment": {"at_least": 1},
                "instalments": {"at_most": 1},
                "first_payment": {"within_days": 9},
            }
        ],
    },
]


def with_versions(client: str) -> Client:
    """The demonstration's client with VERSIONS for its rules."""
    data = Written.read(demo_text(client)).data
    return Client.model_validate(data | {"plans": VERSIONS})


def bands(clients: ClientBook, client: str, catalogue: Catalogue) -> list[BandInWords]:
    """The bands that are in force."""
    return of_version(clients.get(client), catalogue).bands


def of_version(client: Client, catalogue: Catalogue, state: str = "now") -> VersionInWords:
    """The only version in this state, with plain spaces."""
    versions = RulesInWords(client, catalogue).versions(TODAY)
    (found,) = [version for version in versions if version.state == state]
    return replace(
        found,
        when=_plain(found.when),
        lines=[_plain(line) for line in found.lines],
        bands=[_spaced(band) for band in found.bands],
        by_hand=[_spaced(band) for band in found.by_hand],
    )


def _spaced(band: BandInWords) -> BandInWords:
    return BandInWords(_plain(band.when), [_plain(line) for line in band.lines])


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_a_band_is_told_line_by_line(clients: ClientBook, texts: Mapping[str, Catalogue]):
    old, broken, band = bands(clients, "no-trening", texts["nb"])
    assert old.when == "Opptil 8 000,00 kr, forfalt for mer enn 730 dager siden"
    assert broken.when == "Opptil 8 000,00 kr, etter en brutt plan"
    assert band.when == "Opptil 8 000,00 kr"
    assert band.lines == [
        "Minst 500,00 kr per avdrag",
        "Høyst 6 avdrag",
        "Første betaling innen 14 dager",
        "Betales hver måned",
        "Betales annenhver uke",
        "Betalingsdag fra den 1. til den 28. i måneden",
        "Ingen renter så lenge planen følges",
        "Planen koster ingenting",
        "Kan utsettes i høyst 14 dager",
        "Bare en person kan la en del være nok",
        "Bare en person kan la et avdrag bli hoppet over",
        "Bare en person kan endre en plan som er i gang",
        "Hvorfor: agreed with the client 2026-08; paid as often as members get their wages",
    ]


def test_every_rule_of_a_band_is_told(clients: ClientBook, texts: Mapping[str, Catalogue]):
    versions = with_versions("se-energi")
    now = of_version(versions, texts["en"])
    (band,) = now.bands
    assert band.when == (
        "Over 500,00 kr, up to 10 000,00 kr, due for more than 30 days, 365 days at most, "
        "consumers, plans broken before: 0 at most, open / in enforcement"
    )
    assert band.lines == [
        "At least 300,00 kr an instalment",
        "At most 12 instalments",
        "Lasts 6 months at most",
        "First payment within 35 days",
        "First payment in 3 days at the earliest",
        "Begins with 20 % of the debt at least",
        "Paid every week",
        "Paid every two weeks",
        "Interest goes on while the plan runs",
        "Fee for the plan: 170,00 kr",
        "Fee for each notice: 5,00 kr",
        "Can be put off for 30 days at most",
        "Can be put off 2 times",
        "80 % of the debt, paid within 14 days, settles all of it",
        "Can be skipped within 6 months: 1 instalment",
        "A plan can be changed 2 times, and its next payment moved by 14 days at most",
        "Why: as agreed",
    ]


def test_a_version_says_from_when_it_holds_and_what_people_may_grant(
    clients: ClientBook, texts: Mapping[str, Catalogue]
):
    versions = with_versions("se-energi")
    now = of_version(versions, texts["sv"])
    assert now.when == "Gäller sedan 1 januari 2026"
    assert now.lines == [
        "Företag: en person bestämmer alltid",
        "En plan kan ångras inom 14 dagar",
        "Varför: agreed 2025-11",
    ]
    assert now.by_hand == [
        BandInWords("Handläggare får ge mer", ["Upp till 10 000,00 kr", "Högst 18 delbetalningar"]),
        BandInWords(
            "Gruppledare får ge mer",
            [
                "Kan skjutas upp i högst 60 dagar",
                "Kan skjutas upp 3 gånger",
                "60 % av skulden, betalt inom 30 dagar, räcker för allt",
            ],
        ),
    ]
    coming = of_version(versions, texts["sv"], "coming")
    assert (coming.when, coming.since) == ("Gäller från 1 mars 2027", date(2027, 3, 1))
    past = RulesInWords(versions, texts["sv"]).versions(date(2027, 3, 1))[0]
    assert (past.state, past.when) == (
        "past",
        "Gällde från 1 januari 2026 till 28 februari 2027",
    )


def test_rules_without_dates_always_hold(clients: ClientBook, texts: Mapping[str, Catalogue]):
    only = of_version(clients.get("no-trening"), texts["sv"])
    assert (only.since, only.when, only.lines, only.by_hand) == (None, "", [], [])


@pytest.mark.parametrize(
    ("client", "language", "whens"),
    [
        ("se-energi", "sv", ["Upp till 10 000,00 kr", "Över 10 000,00 kr, upp till 60 000,00 kr"]),
        (
            "fi-kraft",
            "fi",
            [
                "Enintään 1 500,00 €, yksityishenkilöt",
                "Enintään 1 500,00 €, yritykset",
                "Yli 1 500,00 €, enintään 5 000,00 €, yksityishenkilöt",
            ],
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
    band, _ = bands(clients, "se-bredband", texts["sv"])
    assert "Bara en person kan ge uppskov" in band.lines


def test_every_rule_of_every_client_can_be_said_in_every_language(
    clients: ClientBook, texts: Mapping[str, Catalogue]
):
    for client in clients:
        for catalogue in texts.values():
            assert RulesInWords(client, catalogue).versions(TODAY)
            versions = with_versions(client.id)
            assert len(RulesInWords(versions, catalogue).versions(TODAY)) == 2
