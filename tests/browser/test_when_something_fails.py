"""W7, and a line that goes away: nothing is lost, nothing doubled."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import PageMaker
from tests.browser.debtor import Debtor
from tests.stack import Stack

#: Rasa starts within this time, in milliseconds.
RESTART = 60_000
AWAY = "Jag kan inte svara just nu."


def test_the_answer_comes_by_itself_when_the_assistant_is_back(
    debtor: Debtor, stack: Stack
) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.says("kan jag dela upp det?")
    debtor.reads("Hur mycket i månaden passar dig?")
    stack.kill("rasa")
    debtor.says("500 i månaden från den 25:e")
    expect(debtor.log.get_by_text(AWAY)).to_be_visible()
    offer = debtor.bubbles.filter(has_text="9 delbetalningar på 500,00 kr")
    expect(offer).to_have_count(1, timeout=RESTART)
    debtor.says("ja tack")
    debtor.reads("Då är det bestämt.")
    for once in ("500 i månaden från den 25:e", "9 delbetalningar", "Då är det bestämt."):
        debtor.reads_once(once)
    expect(debtor.log.get_by_text(AWAY)).to_have_count(1)
    debtor.page.reload()
    debtor.reads_once("9 delbetalningar på 500,00 kr")


def goes_offline(page: Page, yes: bool) -> None:
    page.context.set_offline(yes)


def test_what_is_written_without_a_line_is_sent_once_when_it_is_back(
    new_page: PageMaker,
) -> None:
    page = new_page(expected="ERR_INTERNET_DISCONNECTED")
    debtor = Debtor(page)
    debtor.opens_the_chat_of("SE-1001")
    goes_offline(page, True)
    expect(debtor.panel.get_by_text(debtor.words["state"]["offline"])).to_be_visible()
    debtor.says("hur mycket är jag skyldig?")
    expect(debtor.panel.get_by_text(debtor.words["state"]["unsent"])).to_be_visible()
    goes_offline(page, False)
    debtor.reads("Du är skyldig Norrsken Energi 4 860,00 kr.")
    debtor.reads_once("hur mycket är jag skyldig?")
    expect(debtor.panel.get_by_text(debtor.words["state"]["offline"])).to_have_count(0)


def test_what_was_written_and_not_sent_outlives_a_reload(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.box.fill("jag undrar över")
    debtor.page.reload()
    expect(debtor.box).to_have_value("jag undrar över")
