"""W3: a debtor asks for a person, in the client's hours and out of them."""

import re

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor

HUMAN = "jeg vil snakke med et menneske"


def waits_for_a_person(debtor: Debtor, reference) -> str:
    debtor.opens_the_chat_of("NO-1001")
    debtor.says(HUMAN)
    debtor.reads("En person tar over her", "Referansen din er H-")
    expect(debtor.panel.get_by_text(debtor.words["state"]["queue"])).to_be_visible()
    return reference(debtor.log.inner_text())


def test_debtor_and_agent_write_to_each_other_until_the_agent_closes(
    debtor: Debtor, agent: Agent, reference
) -> None:
    handoff = waits_for_a_person(debtor, reference)
    agent.signs_in()
    agent.opens(handoff)
    expect(agent.case).to_contain_text("Linn Linerle")
    expect(agent.case).to_contain_text("4 860,00 kr")
    expect(agent.case).to_contain_text("Asked for a person")
    expect(agent.log).to_contain_text(HUMAN)
    expect(agent.conversation).to_contain_text("Norwegian Bokmål")
    agent.takes_over()
    debtor.reads("Siri er her nå")
    agent.writes("Hei, Linn. Hva kan jeg hjelpe deg med?")
    debtor.reads("Hei, Linn. Hva kan jeg hjelpe deg med?")
    expect(debtor.panel.get_by_role("heading", name="Siri")).to_be_visible()
    debtor.says("Jeg trenger to måneder til")
    expect(agent.log).to_contain_text("Jeg trenger to måneder til")
    agent.closes_as("solved")
    expect(debtor.panel.get_by_role("region", name=debtor.words["state"]["closed"])).to_be_visible()
    agent.shows("closed")
    expect(agent.row(handoff)).to_be_visible()


def test_a_closed_conversation_is_rated_and_goes_back_to_who_had_it_when_the_debtor_writes(
    debtor: Debtor, agent: Agent, reference
) -> None:
    handoff = waits_for_a_person(debtor, reference)
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()
    agent.closes_as("other")
    debtor.panel.get_by_role("radio", name=debtor.words["rating"]["scores"][4]).check(force=True)
    debtor.presses(debtor.words["rating"]["send"])
    expect(debtor.panel.get_by_text(debtor.words["rating"]["thanks"])).to_be_visible()
    debtor.panel.get_by_label(debtor.words["composer"]["label"]).fill("hvor mye skylder jeg?")
    debtor.page.keyboard.press("Enter")
    debtor.reads("Siri har fått det du skrev")


def test_a_conversation_that_is_given_back_goes_on_with_the_assistant(
    debtor: Debtor, agent: Agent, reference
) -> None:
    handoff = waits_for_a_person(debtor, reference)
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()
    agent.gives_back()
    debtor.reads("automatiske assistenten")
    debtor.says("hvor mye skylder jeg?")
    expect(debtor.card(debtor.words["balance"]["title"])).to_contain_text("4 860,00 kr")


def test_what_one_agent_has_taken_another_sees_as_taken(
    debtor: Debtor, agent: Agent, new_page, reference
) -> None:
    handoff = waits_for_a_person(debtor, reference)
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()
    agent.shows("mine")
    expect(agent.row(handoff)).to_be_visible()
    agent.shows("taken")
    expect(agent.queue.get_by_role("tabpanel")).to_be_visible()
    expect(agent.row(handoff)).to_have_count(0)
    other = Agent(new_page(locale="en-GB"))
    other.signs_in("supervisor@demo")
    other.shows("taken")
    expect(other.row(handoff)).to_contain_text("Siri Alm")
    other.opens(handoff)
    expect(other.conversation).to_contain_text("Siri Alm has this conversation.")


def test_out_of_hours_a_time_is_promised_and_the_assistant_stays(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.says("jag vill prata med en människa")
    debtor.reads("Vi har stängt just nu.", "måndag 23 november kl. 09:00")
    card = debtor.card(debtor.words["handoff"]["title"])
    expect(card).to_contain_text(re.compile(r"H-[A-Z0-9]{6}"))
    debtor.says("hur mycket är jag skyldig?")
    expect(debtor.card(debtor.words["balance"]["title"])).to_contain_text("4 860,00 kr")


def test_the_button_in_the_header_brings_a_person_at_any_point(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("NO-1001")
    header = debtor.panel.get_by_role("banner")
    header.get_by_role("button", name=debtor.words["header"]["person"]).click()
    debtor.reads(debtor.words["person"]["sentence"], "En person tar over her")
    expect(debtor.panel.get_by_text(debtor.words["state"]["queue"])).to_be_visible()
