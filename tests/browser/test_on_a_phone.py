"""A debtor writes from a phone, identifies by a link, and goes on where they were."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PageMaker
from tests.browser.phone_owner import PhoneOwner


def puts_back(page: Page, case: str) -> None:
    page.request.post("/demo/token", data={"case": case, "reset": True})


def identifies(owner: PhoneOwner, case: str, button: str) -> Page:
    """Opens the link, says that it is theirs and who they are; the link is on no screen."""
    payment_page = owner.opens_the_link()
    payment_page.get_by_role("button", name=owner.words["link_mine_yes"], exact=True).click()
    payment_page.get_by_role("radio", name=case).check()
    expect(payment_page).not_to_have_url(re.compile("link="))
    payment_page.get_by_role("button", name=button).click()
    return payment_page


def test_a_plan_is_agreed_on_telegram(page: Page) -> None:
    puts_back(page, "SE-1001")
    owner = PhoneOwner(page, "sv")
    owner.takes_the_phone("se-energi", "Telegram")
    owner.starts()
    owner.reads("en automatisk assistent")
    owner.says("hej, hur mycket är jag skyldig?")
    owner.reads("Det kan jag svara på när du har loggat in")
    assert not re.search(r"4.860|SE-1001|Tora|Talltita|Björkhuset", owner.log.inner_text())
    payment_page = identifies(owner, "SE-1001", "Legitimera dig med BankID")
    expect(payment_page.get_by_text("Gå tillbaka till Telegram")).to_be_visible()
    owner.reads("Du är skyldig Norrsken Energi 4 860,00 kr.")
    owner.presses("Dela upp betalningen")
    owner.reads("Hur mycket i månaden passar dig?")
    owner.says("500 i månaden från den 25:e")
    owner.reads("9 delbetalningar på 500,00 kr och en sista på 360,00 kr")
    owner.presses("Ja, vi bestämmer det")
    owner.reads("Då är det bestämt.", "Referensnummer: 10012041710")


def test_a_plan_is_agreed_by_text_message(page: Page) -> None:
    puts_back(page, "FI-1001")
    owner = PhoneOwner(page, "fi")
    owner.takes_the_phone("fi-kauppa", "Tekstiviesti")
    owner.says("moi, paljonko olen velkaa?")
    owner.reads("Vastaa numerolla:")
    assert not re.search(r"486,00|FI-1001|Koivuranta", owner.log.inner_text())
    payment_page = identifies(owner, "FI-1001", "Tunnistaudu verkkopankkitunnuksilla")
    expect(payment_page.get_by_text("Palaa tekstiviesteihin")).to_be_visible()
    owner.reads("486,00 €")
    owner.says("maksan 50 euroa kuussa 25. päivästä alkaen")
    owner.reads("50,00 €", "1. Kyllä, sovitaan näin")
    owner.says("1")
    owner.reads("Nyt se on sovittu.")


def test_who_was_sent_anothers_link_leaves_without_identifying(page: Page) -> None:
    owner = PhoneOwner(page, "sv")
    owner.takes_the_phone("se-energi", "SMS")
    owner.says("hej, hur mycket är jag skyldig?")
    payment_page = owner.opens_the_link()
    expect(payment_page.get_by_role("heading", level=1)).to_have_text(
        "Bad du själv om det här på sms?"
    )
    expect(payment_page.get_by_role("radio")).to_have_count(0)
    payment_page.get_by_role("button", name=owner.words["link_mine_no"], exact=True).click()
    expect(payment_page.get_by_text("Ingen har fått veta något om dig.")).to_be_visible()
    expect(payment_page.get_by_role("button")).to_have_count(0)


def test_a_link_that_was_used_says_how_to_get_a_new_one(page: Page) -> None:
    puts_back(page, "SE-1001")
    owner = PhoneOwner(page, "sv")
    owner.takes_the_phone("se-energi", "SMS")
    owner.says("hej, hur mycket är jag skyldig?")
    link = owner.log.get_by_role("link").last.get_attribute("href")
    payment_page = identifies(owner, "SE-1001", "Legitimera dig med BankID")
    expect(payment_page.get_by_text("Gå tillbaka till dina SMS")).to_be_visible()
    payment_page.goto(str(link))
    expect(payment_page.get_by_role("heading", level=1)).to_be_visible()
    expect(payment_page.get_by_role("radio")).to_have_count(0)


def test_a_new_phone_is_somebody_else(new_page: PageMaker) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    owner = PhoneOwner(page, "nb")
    owner.takes_the_phone("no-mobil", "WhatsApp")
    owner.says("hei")
    owner.reads("en automatisk assistent")
    before = page.get_by_role("status").inner_text()
    page.get_by_role("button", name=owner.words["phone_new"]).click()
    expect(page.get_by_role("status")).not_to_have_text(before)
    expect(owner.log).to_have_text(owner.words["phone_empty"])
