"""W4: before somebody has identified, nothing tells whether there is a debt."""

import re

from playwright.sync_api import expect

from tests.browser.debtor import Debtor


def test_a_visitor_learns_nothing_of_a_debt_but_how_to_identify(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001", identified=False)
    debtor.says("hur mycket är jag skyldig?")
    debtor.reads("Det kan jag bara svara på när jag vet vem du är")
    debtor.is_offered("Logga in")
    everything = debtor.page.locator("body").inner_text()
    assert not re.search(r"4.860|SE-1001|Tora|Talltita|Björkhuset", everything)


def test_a_visitor_gets_answers_to_general_questions(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001", identified=False)
    debtor.says("när har ni öppet?")
    debtor.reads("mån–fre 08:00–17:00")
    debtor.says("vilka är ni?")
    debtor.reads("Jämför ärendenumret med ditt brev")


def test_after_identifying_the_same_conversation_goes_on(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001", identified=False)
    debtor.says("hur mycket är jag skyldig?")
    debtor.reads("Det kan jag bara svara på när jag vet vem du är")
    debtor.presses("Logga in")
    debtor.reads("Tora")
    debtor.reads_once("hur mycket är jag skyldig?")
    debtor.says("hur mycket är jag skyldig?")
    expect(debtor.card("Att betala")).to_contain_text("4 860,00 kr")


def test_the_pages_own_button_identifies_too(debtor: Debtor) -> None:
    debtor.comes_to("SE-1001", identified=False)
    debtor.page.get_by_role("button", name="Legitimera dig med BankID").click()
    debtor.reads("Tora")
    debtor.says("hur mycket är jag skyldig?")
    expect(debtor.card("Att betala")).to_contain_text("4 860,00 kr")
