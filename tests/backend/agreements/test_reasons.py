"""The sentences that say why."""

from typing import Any

import pytest

from backend.agreements.gathering import NO_OTHER_CASE
from backend.agreements.negotiating import PLAN_AGREED
from backend.agreements.reasons import agreement_texts, language_of_reasons, reason_in_words
from backend.clients import Client, ClientBook
from backend.plans import Rhythm, Rule, Stop, Uncovered

DAYS = {"limit": "2026-12-23", "wished": "2027-01-04"}
COUNTS = {"limit": 12, "wished": 20}
MONEY = {"limit": 30000, "wished": 20000}
EXAMPLES: dict[Rule, dict[str, Any]] = {
    Rule.INSTALMENT_AT_LEAST: MONEY,
    Rule.DOWN_PAYMENT_AT_LEAST: MONEY,
    Rule.TERMS_ADD_UP: MONEY,
    Rule.INSTALMENTS_AT_MOST: COUNTS,
    Rule.DURATION: COUNTS,
    Rule.INSTALMENTS_FIT_TIME: COUNTS,
    Rule.PAY_DAY: {"limit": 28, "wished": 31},
    Rule.RHYTHM: {"limit": "monthly", "wished": "weekly"},
    Rule.END_DATE: DAYS,
    Rule.FIRST_PAYMENT_WITHIN_DAYS: DAYS,
    Rule.FIRST_PAYMENT_NOT_BEFORE: DAYS,
    Rule.DEFERRAL_AT_MOST_DAYS: DAYS,
    Rule.DEFERRAL_NOT_BEFORE: DAYS,
    Rule.SETTLEMENT_AT_LEAST: MONEY,
    Rule.SETTLEMENT_WITHIN_DAYS: DAYS,
    Rule.PAUSE_AT_MOST: {"limit": 1, "wished": 3},
    Rule.NEXT_PAYMENT_WITHIN_DAYS: DAYS,
}
REFERRALS = [*Stop, *Uncovered, PLAN_AGREED, NO_OTHER_CASE]
every_language = pytest.mark.parametrize("language", sorted(agreement_texts()))


@pytest.fixture
def client(clients: ClientBook) -> Client:
    return clients.get("se-energi")


def test_every_language_of_every_client_has_reasons(clients: ClientBook):
    assert {code for client in clients for code in client.languages} == set(agreement_texts())


@every_language
@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_a_sentence(client: Client, language: str, rule: Rule):
    text = reason_in_words({"rule": rule.value, **EXAMPLES[rule]}, client, language)
    assert len(text) > 10
    assert "{" not in text
    assert "!" not in text


@every_language
@pytest.mark.parametrize("rule", ["instalments_at_most", "duration"])
def test_a_number_that_is_too_large_is_told_with_the_instalment_that_it_leads_to(
    client: Client, language: str, rule: str
):
    text = reason_in_words({"rule": rule, **COUNTS, "least": 40500}, client, language)
    assert "405" in text


@every_language
@pytest.mark.parametrize("rule", REFERRALS)
def test_every_referral_has_a_sentence(client: Client, language: str, rule: str):
    reason = {"rule": str(rule), "limit": None, "wished": None}
    assert len(reason_in_words(reason, client, language)) > 10


@every_language
def test_an_end_that_is_too_early_is_told_otherwise_than_one_too_late(
    client: Client, language: str
):
    early = {"rule": "end_date", "limit": "2026-12-21", "wished": "2026-12-01"}
    late = {"rule": "end_date", "limit": "2026-12-21", "wished": "2028-12-01"}
    assert reason_in_words(early, client, language) != reason_in_words(late, client, language)


@every_language
@pytest.mark.parametrize("rhythm", list(Rhythm))
def test_every_rhythm_can_be_offered_instead(client: Client, language: str, rhythm: Rhythm):
    reason = {"rule": "rhythm", "limit": rhythm.value, "wished": "yearly"}
    assert reason_in_words(reason, client, language)


@pytest.mark.parametrize(
    ("client_id", "language", "text"),
    [
        ("se-energi", "sv", "Den minsta delbetalning som går att komma överens om är 300,00 kr."),
        ("no-mobil", "nb", "Det minste avdraget vi kan avtale, er 300,00 kr."),
        ("dk-fitness", "da", "Det mindste afdrag, vi kan aftale, er 300,00 kr."),
        ("fi-kauppa", "fi", "Pienin maksuerä, josta voidaan sopia, on 300,00 €."),
        ("fi-kauppa", "sv", "Den minsta delbetalning som går att komma överens om är 300,00 €."),
        ("is-tryggingar", "is", "Lægsta afborgun sem hægt er að semja um er 30.000 kr."),
    ],
)
def test_money_is_written_as_the_country_does(
    clients: ClientBook, client_id: str, language: str, text: str
):
    reason = {"rule": "instalment_at_least", **MONEY}
    written = reason_in_words(reason, clients.get(client_id), language)
    assert written.replace("\xa0", " ") == text


@pytest.mark.parametrize(
    ("header", "language"),
    [("fi", "fi"), ("en-GB,en;q=0.9", "en"), ("de;q=0.9", "sv"), ("", "sv"), (None, "sv")],
)
def test_the_language_is_the_first_of_the_header_that_the_client_speaks(
    client: Client, header: str | None, language: str
):
    assert language_of_reasons(header, client) == language
