"""What somebody sees first, in the language of their country and in the one they choose."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageMaker
from tests.browser.debtor import HOMES, Debtor

GREETINGS = {
    "SE-1001": "Hej Tora. Jag är Sovinto, en automatisk assistent",
    "NO-1001": "Hei, Linn. Jeg er Sovinto, en automatisk assistent",
    "DK-1001": "Hej Bodil. Jeg er Sovinto, en automatisk assistent",
    "FI-1001": "Hei Tuulikki. Olen Sovinto, yrityksen Koivuranta Perintä automaattinen avustaja.",
    "IS-1001": "Halló Erla. Ég heiti Sovinto og er sjálfvirkur aðstoðarmaður",
}


@pytest.mark.parametrize("case", GREETINGS)
def test_the_greeting_is_in_the_clients_language(debtor: Debtor, case: str) -> None:
    debtor.opens_the_chat_of(case)
    debtor.reads(GREETINGS[case])
    automated = debtor.panel.get_by_text(debtor.words["header"]["automated"], exact=True)
    expect(automated).to_be_visible()
    expect(debtor.page.locator("html")).to_have_attribute("lang", HOMES[case][1])
    expect(debtor.panel).to_have_attribute("lang", HOMES[case][1])


def test_the_language_that_is_chosen_on_the_page_is_that_of_the_chat(debtor: Debtor) -> None:
    debtor.comes_to("SE-1001")
    debtor.page.get_by_role("link", name="English").click()
    debtor.language = "en"
    debtor.opens_the_chat()
    debtor.reads("Hello Tora. I am Sovinto, an automated assistant")


def test_a_sum_looks_the_same_in_sentence_and_card_in_each_language(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001", language="en")
    debtor.says("how much do I owe?")
    debtor.reads("You owe 4 860,00 kr to Norrsken Energi.")
    expect(debtor.card("To pay")).to_contain_text("4 860,00 kr")


def test_nothing_runs_out_of_a_small_phone(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    debtor = Debtor(page)
    debtor.opens_the_chat_of("FI-1001")
    debtor.says("20 euroa kuussa")
    debtor.reads("Tämä on lähinnä toivettasi")
    for scrolled in (page.locator("html"), debtor.log):
        assert scrolled.evaluate("it => it.scrollWidth <= it.clientWidth")
