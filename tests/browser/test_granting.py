"""A person agrees with a debtor beyond the client's rules: within limits, and with a second yes."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor
from tests.browser.test_reaching_a_person import waits_for_a_person
from tests.browser.words import page_words


class Calculator:
    """Where an agent reckons what may be agreed."""

    def __init__(self, agent: Agent) -> None:
        self.agent = agent
        self.words: Any = agent.words["granting"]

    @property
    def part(self) -> Locator:
        """The calculator with what was offered before."""
        return self.agent.case.get_by_role("region", name=self.words["title"])

    def opens(self) -> None:
        """Opens it with its key."""
        self.agent.log.click()
        self.agent.page.keyboard.press("a")
        expect(self.part.get_by_role("radio").first).to_be_focused()

    def wishes(self, field: str, value: str, kind: str = "plan") -> None:
        """Types a term."""
        self.part.get_by_label(self.words["fields"][kind][field]).fill(value)

    def reads(self, *texts: str) -> None:
        """Sees each text."""
        for text in texts:
            expect(self.part).to_contain_text(text)

    def presses(self, act: str) -> None:
        """Presses send, agree or ask."""
        self.part.get_by_role("button", name=self.words[act], exact=True).click()


def has_taken(debtor: Debtor, agent: Agent, reference) -> Calculator:
    handoff = waits_for_a_person(debtor, reference)
    agent.signs_in()
    agent.opens(handoff)
    agent.takes_over()
    return Calculator(agent)


def test_an_agent_grants_150_a_month_within_limits_and_the_debtor_says_yes(
    debtor: Debtor, agent: Agent, reference
) -> None:
    calculator = has_taken(debtor, agent, reference)
    calculator.opens()
    calculator.reads(calculator.words["verdict"]["rules"])
    calculator.wishes("amount", "150")
    calculator.reads(calculator.words["verdict"]["limits"], "33 instalments", "4 860,00 kr")
    calculator.presses("send")
    debtor.reads("Du betaler 150,00 kr hver måned, i 33 avdrag.", "Skal vi avtale det?")
    calculator.reads(calculator.words["states"]["sent"])
    debtor.presses("Ja, det avtaler vi")
    debtor.reads("Da er det avtalt.")
    expect(debtor.card(debtor.words["plan"]["each"])).to_contain_text(
        debtor.words["plan"]["agreed"]
    )
    calculator.reads(calculator.words["states"]["agreed"])
    expect(agent.case).to_contain_text("150,00 kr each")
    expect(agent.log).to_contain_text("Da er det avtalt.")


def test_what_was_agreed_on_the_phone_is_undone_at_the_desk(
    debtor: Debtor, agent: Agent, reference
) -> None:
    calculator = has_taken(debtor, agent, reference)
    calculator.opens()
    calculator.wishes("amount", "500")
    calculator.reads(calculator.words["verdict"]["rules"], "10 instalments")
    calculator.presses("agree")
    read_out = agent.page.get_by_role("dialog")
    yes = calculator.words["read_out"]["yes"].replace("{name}", "Linn")
    read_out.get_by_role("button", name=yes, exact=True).click()
    debtor.reads("Da er det avtalt.")
    undo = calculator.words["undo"]["act"]
    agent.case.get_by_role("button", name=undo, exact=True).click()
    agent.page.get_by_role("dialog").get_by_role("button", name=undo, exact=True).click()
    debtor.reads("ingenting er avtalt lenger")
    expect(agent.case).to_contain_text(agent.words["case"]["no_plan"])
    calculator.reads(calculator.words["states"]["undone"])


def test_beyond_the_limits_a_supervisor_says_yes_first(
    debtor: Debtor, agent: Agent, new_page, reference
) -> None:
    calculator = has_taken(debtor, agent, reference)
    calculator.opens()
    calculator.wishes("amount", "140")
    role = calculator.words["roles"]["supervisor"]
    calculator.reads(calculator.words["verdict"]["role"].replace("{role}", role))
    expect(
        calculator.part.get_by_role("button", name=calculator.words["send"], exact=True)
    ).to_have_count(0)
    calculator.presses("ask")
    asked = agent.page.get_by_role("dialog")
    asked.get_by_label(calculator.words["why"]).fill("Two children, and part time since May.")
    asked.get_by_role("button", name=calculator.words["ask"], exact=True).click()
    calculator.reads(calculator.words["states"]["waiting"].replace("{role}", role))

    supervisor = Agent(new_page(locale="en-GB"))
    supervisor.signs_in("supervisor@demo")
    bar = supervisor.page.get_by_role(
        "navigation", name=supervisor.words["frame"]["pages"]["label"]
    )
    bar.get_by_role("link", name=f"{supervisor.words['frame']['pages']['approvals']} 1").click()
    waiting = supervisor.page.get_by_role("listitem", name="Linn Linerle")
    expect(waiting).to_contain_text("Two children, and part time since May.")
    expect(waiting).to_contain_text("The smallest instalment we can agree on is 300,00")
    own = page_words("approvals", "en")
    waiting.get_by_label(own["note"]).fill("Good, she has kept to her word before.")
    waiting.get_by_role("button", name=own["approve"]).click()
    expect(supervisor.page.get_by_text(own["empty"]["title"])).to_be_visible()

    calculator.reads("Approved by Vidar Gran", "Good, she has kept to her word before.")
    calculator.presses("send")
    debtor.reads("Du betaler 140,00 kr hver måned")
    debtor.presses("Ja, det avtaler vi")
    debtor.reads("Da er det avtalt.")
    expect(agent.case).to_contain_text("140,00 kr each")
