"""On which occasions a client wants a person."""

import re

import pytest

from backend.clients.checking import check_file
from backend.clients.profile import Client
from backend.clients.triggers_in_words import occasion_in_words
from backend.plans import Claim, Debtor, Standing
from backend.texts import read_texts
from tests.backend.clients.files import DEMO, demo_text

#: A client's file without the section.
TEXT = re.sub(r"hand_over:\n(?:  .*\n)+", "", demo_text("no-mobil"))


def client(section: str) -> Client:
    found, faults = check_file(DEMO / "no-mobil.yaml", f"{TEXT}\nhand_over:\n  - {section}\n")
    assert found is not None, [str(fault) for fault in faults]
    return found


def faults(section: str) -> list[str]:
    text = f"{TEXT}\nhand_over:\n  - {section}\n"
    return [str(fault) for fault in check_file(DEMO / "no-mobil.yaml", text)[1]]


def claim(balance: int = 100_000, **more: object) -> Claim:
    return Claim(balance, "NOK", **{"debtor": Debtor.CONSUMER, **more})  # type: ignore[arg-type]


def fits(section: str, claim: Claim | None, text: str = "hei") -> bool:
    [trigger] = client(section).triggers
    return trigger.when.may_be(claim, text)


def test_a_large_balance_is_one_in_the_countrys_currency() -> None:
    section = "when: {balance: {over: 50000}}"
    assert fits(section, claim(5_000_001))
    assert not fits(section, claim(5_000_000))


def test_a_business_and_a_state_are_ones_and_all_that_is_named_has_to_be_so() -> None:
    section = "when: {debtor: business, status: [enforcement]}"
    enforced = Standing("enforcement")
    assert fits(section, claim(debtor=Debtor.BUSINESS, standing=enforced))
    assert not fits(section, claim(debtor=Debtor.BUSINESS))
    assert not fits(section, claim(standing=enforced))


def test_of_a_stranger_nothing_of_a_claim_is_told_but_a_word_is_heard() -> None:
    assert not fits("when: {debtor: business}", None)
    assert fits("when: {words: {nb: [advokat]}}", None, "Jeg snakker med min ADVOKAT!")


@pytest.mark.parametrize("text", ["advokatene", "en avokado", "hva koster det"])
def test_a_word_has_to_stand_whole(text: str) -> None:
    assert not fits("when: {words: {nb: [advokat]}}", None, text)


def test_a_phrase_is_heard_over_commas_and_several_spaces() -> None:
    assert fits("when: {words: {nb: [fri rettshjelp]}}", None, "har jeg  fri, rettshjelp?")


WRONG = [
    ("when: {}", "names nothing", "say which claims"),
    ("when: {debtor: company}", "must be one of", "write consumer or business"),
    ("when: {balanse: {over: 5}}", "is not a key that is known here", "`balance`"),
    ("when: {intents: [ask_lawyer]}", "is nothing that a message can mean", "contract.yml"),
    ("when: {words: {nb: [nei]}}", "is no word of at least 4 letters", "whole words"),
    ("when: {words: {fi: [asianajaja]}}", "is not one of the client's languages", "languages"),
    ("when: {words: {xx: [advokat]}}", "is a language without texts", ""),
    ("why: avtalt", "`when` is missing", ""),
]


@pytest.mark.parametrize(("section", "wrong", "cure"), WRONG)
def test_what_cannot_be_meant_is_refused_with_a_cure(section: str, wrong: str, cure: str) -> None:
    [fault] = [fault for fault in faults(section) if wrong in fault]
    assert cure in fault


def test_a_fault_names_its_own_line() -> None:
    [fault] = faults("when: {intents: [ask_lawyer]}")
    assert f"line {len(TEXT.splitlines()) + 3}" in fault


@pytest.mark.parametrize("language", ["sv", "nb", "da", "fi", "is", "en"])
def test_it_is_said_in_every_language(language: str) -> None:
    section = "when: {balance: {over: 50000}, debtor: business, words: {nb: [advokat]}}"
    with_it = client(section)
    said = occasion_in_words(with_it.triggers[0].when, with_it, read_texts()[language])
    assert "50" in said
    assert "advokat" in said
    assert said.count(",") >= 2
