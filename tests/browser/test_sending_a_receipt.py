"""Somebody has paid already, sends the receipt from the chat, and an agent has it as a task."""

from pathlib import Path

import typst
from playwright.sync_api import Locator, expect

from tests.backend.attachments.pictures import heic
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


def test_the_agent_looks_at_a_document_and_at_a_picture_of_a_phone(
    debtor: Debtor, agent: Agent, reference, tmp_path: Path
) -> None:
    source = tmp_path / "receipt.typ"
    source.write_text("= Kvitto 500,00 kr\n#pagebreak()\nSida tv\u00e5", encoding="utf-8")
    reports_a_payment(debtor)
    choice = debtor.panel.locator("input[type=file]")
    choice.set_input_files({**FILE, "buffer": typst.compile(source)})
    debtor.reads("Tack, kvittot har kommit fram.")
    handoff = reference(debtor.log.inner_text())
    choice = debtor.panel.locator("input[type=file]")
    choice.set_input_files({"name": "p.heic", "mimeType": "image/heic", "buffer": heic()})
    debtor.reads("den har också kommit fram")

    agent.signs_in()
    agent.opens(handoff)
    words = agent.words["cards"]["attachment"]
    agent.log.get_by_role("button", name=words["show_document"]).click()
    dialog = agent.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Kvitto 500,00 kr")
    assert dark_pixels(dialog) > 100
    dialog.get_by_role("button", name=words["next"]).click()
    expect(dialog).to_contain_text("Sida tv\u00e5")
    dialog.get_by_role("button", name=words["close"]).click()
    expect(dialog).to_have_count(0)

    agent.log.get_by_role("button", name=words["show"]).click()
    picture = agent.log.get_by_role("img", name=words["picture"])
    expect(picture).to_have_js_property("naturalWidth", 320)


def dark_pixels(dialog: Locator) -> int:
    """How much of the page is drawn."""
    return dialog.locator("canvas").evaluate(
        """(canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, at) => at % 4 === 0 && value < 100 && data[at + 3] > 0).length;
        }"""
    )
