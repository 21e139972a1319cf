"""An agent's tools: canned replies, notes, holds and the search, in the browser and with the keys."""

import re

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor

SECRET = "Ring systern, hon vet mer"


def test_a_canned_reply_is_picked_with_the_keys_and_a_note_never_reaches_the_debtor(
    debtor: Debtor, agent: Agent, reference
) -> None:
    debtor.opens_the_chat_of("NO-1001")
    debtor.says("jeg vil snakke med et menneske")
    debtor.reads("Referansen din er H-")
    handoff = reference(debtor.log.inner_text())
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()

    keys = agent.page.keyboard
    agent.box.press("/")
    picker = agent.page.get_by_role("combobox", name=agent.words["replies"]["search"])
    expect(picker).to_be_focused()
    keys.type("greet")
    expect(agent.page.get_by_role("option").first).to_contain_text("Hei Linn. Jeg heter Siri")
    keys.press("Enter")
    expect(agent.box).to_have_value(re.compile("^Hei Linn"))
    keys.press("Control+Enter")
    debtor.reads("Hei Linn. Jeg heter Siri")

    agent.box.press("Escape")
    keys.press("n")
    note = agent.conversation.get_by_label(agent.words["notes"]["label"])
    expect(note).to_be_focused()
    keys.type(SECRET)
    keys.press("Control+Enter")
    expect(agent.log).to_contain_text(SECRET)
    debtor.page.reload()
    debtor.reads("Hei Linn. Jeg heter Siri")
    expect(debtor.page.get_by_text(SECRET)).to_have_count(0)

    agent.box.press("Escape")
    keys.press("/")
    keys.type("linerle")
    found = agent.queue.get_by_role("list", name=agent.words["search"]["results"])
    expect(found.get_by_role("link").first).to_contain_text("Linn Linerle")
    assert "linerle" not in agent.page.url.lower()


def test_payment_details_go_out_as_the_card_and_a_hold_for_a_death_stops_them(
    debtor: Debtor, agent: Agent, reference
) -> None:
    debtor.opens_the_chat_of("NO-1001")
    debtor.says("jeg vil snakke med et menneske")
    debtor.reads("Referansen din er H-")
    handoff = reference(debtor.log.inner_text())
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()
    keys, words = agent.page.keyboard, agent.words["tools"]
    dialog = agent.page.get_by_role("dialog")

    agent.box.press("Escape")
    keys.press("p")
    dialog.get_by_role("button", name=words["payment"]["submit"], exact=True).click()
    expect(dialog).to_have_count(0)
    debtor.reads("Slik betaler du 4 860,00 kr")

    agent.conversation.focus()
    keys.press("h")
    dialog.get_by_label(words["hold"]["reason"]).select_option("death")
    dialog.get_by_label(words["hold"]["why_needed"]).fill("Datteren skrev")
    dialog.get_by_role("button", name=words["hold"]["submit"], exact=True).click()
    expect(agent.log).to_contain_text("Datteren skrev")
    agent.conversation.focus()
    keys.press("l")
    expect(dialog.get_by_role("radio")).to_be_disabled()
    expect(dialog).to_contain_text("supervisor")
