"""An analyst reads the figures, narrows them, and opens what they are made of."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PageMaker
from tests.browser.debtor import Debtor
from tests.browser.staff import Staff

REASON = "Asked for a person"


@pytest.fixture
def analyst(debtor: Debtor, new_page: PageMaker) -> Staff:
    """Somebody who may read the figures, after a conversation was handed over."""
    debtor.opens_the_chat_of("NO-1001")
    debtor.says("jeg vil snakke med et menneske")
    debtor.reads("Referansen din er H-")
    staff = Staff(new_page(locale="en-GB"))
    staff.signs_in("analyst@demo")
    return staff


def chart(analyst: Staff, question: str) -> Locator:
    return analyst.page.get_by_role("region", name=question)


def test_an_analyst_lands_on_the_figures_and_reads_what_each_one_means(analyst: Staff) -> None:
    expect(analyst.heading).to_have_text("Figures")
    expect(analyst.page).to_have_url(re.compile("/console/figures\\?from="))
    tile = analyst.page.get_by_role("listitem").filter(has_text="Settled without a person")
    tile.get_by_text(analyst.words("figures")["about"]).click()
    expect(tile).to_contain_text("Leaving is not success.")


def test_from_a_chart_to_its_table_to_one_masked_conversation(analyst: Staff) -> None:
    reasons = chart(analyst, "Why does a person take over?")
    expect(reasons.get_by_role("link", name=REASON)).to_be_visible()
    reasons.get_by_role("button", name=analyst.words("figures")["table"]).click()
    table = reasons.get_by_role("table")
    expect(table.get_by_role("rowheader", name=REASON)).to_be_visible()
    table.get_by_role("link", name=REASON).click()
    expect(analyst.heading).to_have_text("Conversations")
    expect(analyst.page).to_have_url(re.compile("reason=requested"))
    analyst.page.get_by_role("table").get_by_role("row").nth(1).get_by_role("link").click()
    log = analyst.page.get_by_role("log")
    expect(log).to_contain_text("jeg vil snakke med et menneske")
    expect(log).to_contain_text("Names, numbers and addresses are masked.")
    expect(log).not_to_contain_text("Linn")


def test_the_filters_are_in_the_address_and_the_way_back_keeps_them(analyst: Staff) -> None:
    analyst.page.get_by_label("Language", exact=True).select_option("nb")
    expect(analyst.page).to_have_url(re.compile(r"\?from=[-0-9]+&to=[-0-9]+&language=nb$"))
    chart(analyst, "Why does a person take over?").get_by_role("link", name=REASON).click()
    expect(analyst.page).to_have_url(re.compile("reason=requested"))
    analyst.page.go_back()
    expect(analyst.heading).to_have_text("Figures")
    expect(analyst.page.get_by_label("Language", exact=True)).to_have_value("nb")


def test_a_chart_is_taken_out_as_a_file(analyst: Staff) -> None:
    link = chart(analyst, "Why does a person take over?").get_by_role("link", name="CSV")
    with analyst.page.expect_download() as download:
        link.click()
    content = download.value.path().read_text("utf-8-sig")
    assert content.splitlines()[0].startswith("Reason,")
    assert REASON in content


def test_a_page_that_the_role_does_not_open_leads_back_to_the_first(analyst: Staff) -> None:
    analyst.page.goto("/console/users")
    expect(analyst.heading).to_have_text("Figures")
    expect(analyst.page).to_have_url(re.compile("/console/figures\\?from="))
