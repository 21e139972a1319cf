"""Somebody has paid already, sends the receipt from the chat, and an agent has it as a task."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor

PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
#: A name that nobody else is to read.
FILE = {"name": "my salary.pdf", "mimeType": "application/pdf", "buffer": PDF}
SEND = "Skicka kvittot"


def reports_a_payment(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.says("jag har redan betalat 500 kr i fredags")
    debtor.reads("Jag har skrivit upp att du betalade 500,00 kr fredag 20 november", "bankdagar")
    debtor.is_offered(SEND)


def test_a_receipt_goes_from_the_chat_to_the_console(
    debtor: Debtor, agent: Agent, reference
) -> None:
    reports_a_payment(debtor)
    send = debtor.panel.get_by_role("button", name=SEND)
    with debtor.page.expect_file_chooser() as chosen:
        send.focus()
        debtor.page.keyboard.press("Enter")
    chosen.value.set_files(FILE)
    debtor.reads("Kvitto", "Tack, kvittot har kommit fram.")
    expect(debtor.log).not_to_contain_text("my salary")
    handoff = reference(debtor.log.inner_text())

    agent.signs_in()
    agent.opens(handoff)
    expect(agent.case).to_contain_text("Has sent a receipt")
    with agent.page.expect_download() as saved:
        agent.log.get_by_role("link", name=agent.words["cards"]["attachment"]["save"]).click()
    assert Path(saved.value.path()).read_bytes() == PDF
    assert saved.value.suggested_filename.endswith(".pdf")
    assert "salary" not in saved.value.suggested_filename


def test_what_is_no_picture_is_refused_in_words_and_another_can_be_chosen(new_page) -> None:
    debtor = Debtor(new_page(expected=r"status of 415 .*/attachments"))
    reports_a_payment(debtor)
    choice = debtor.panel.locator("input[type=file]")
    choice.set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"<html>"})
    debtor.reads("Den sortens fil går inte att ta emot")
    debtor.presses(debtor.words["attachment"]["remove"])
    choice.set_input_files(FILE)
    debtor.reads("Tack, kvittot har kommit fram.")
