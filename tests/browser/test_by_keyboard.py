"""Everything can be done without a mouse."""

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor


def test_a_plan_is_agreed_by_keyboard_alone(debtor: Debtor) -> None:
    debtor.comes_to("SE-1001")
    keyboard = debtor.page.keyboard
    expect(debtor.launcher).to_be_visible()
    debtor.launcher.focus()
    keyboard.press("Enter")
    expect(debtor.box).to_be_focused()
    expect(debtor.bubbles.first).to_be_visible()
    keyboard.type("500 i månaden från den 25:e")
    keyboard.press("Enter")
    debtor.is_offered("Ja, vi bestämmer det", "Det är för mycket")
    yes = debtor.panel.get_by_role("button", name="Ja, vi bestämmer det")
    for _ in range(4):  # back over the way to the newest message and the other answers
        keyboard.press("Shift+Tab")
        if yes.evaluate("button => button.getRootNode().activeElement === button"):
            break
    expect(yes).to_be_focused()
    keyboard.press("Enter")
    debtor.reads("Då är det bestämt.")
    expect(debtor.box).to_be_focused()
    keyboard.press("Escape")
    expect(debtor.panel).to_have_count(0)
    expect(debtor.launcher).to_be_focused()


def test_an_agent_works_by_keyboard_alone(debtor: Debtor, agent: Agent, reference) -> None:
    debtor.opens_the_chat_of("NO-1001")
    debtor.says("jeg vil snakke med et menneske")
    debtor.reads("Referansen din er H-")
    handoff = reference(debtor.log.inner_text())
    agent.signs_in()
    keyboard = agent.page.keyboard
    expect(agent.row(handoff)).to_be_visible()
    waiting = agent.queue.get_by_role("listitem").count()
    for _ in range(waiting):
        keyboard.press("j")
    expect(agent.row(handoff)).to_be_focused()
    keyboard.press("Enter")
    expect(agent.conversation.get_by_role("heading", level=1)).to_have_text("Linn Linerle")
    keyboard.press("t")
    expect(agent.box).to_be_focused()
    keyboard.type("Hei, Linn.")
    keyboard.press("Control+Enter")
    debtor.reads("Hei, Linn.")
    keyboard.press("Escape")
    keyboard.press("e")
    first = agent.page.get_by_role("dialog").get_by_role("radio").first
    expect(first).to_be_focused()
    keyboard.press("1")
    expect(first).to_be_checked()
    keyboard.press("Enter")
    expect(debtor.panel.get_by_role("region", name=debtor.words["state"]["closed"])).to_be_visible()
