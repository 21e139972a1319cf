"""An agent at the console: what they see and do there, by role and label."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import words


class Agent:
    """One person who works at the console."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page = page
        self.words: Any = words("console", language)

    def signs_in(self, email: str = "agent@demo", password: str = "demo") -> None:
        """Signs in as a demo user."""
        self.page.goto("/console/")
        session = self.words["session"]
        self.page.get_by_label(session["email"]).fill(email)
        self.page.get_by_label(session["password"], exact=True).fill(password)
        self.page.get_by_role("button", name=session["submit"], exact=True).click()
        expect(self.queue).to_be_visible()

    def shows(self, tab: str) -> None:
        """Chooses one of the lists: waiting, mine, taken, closed."""
        self.queue.get_by_role("tab", name=self.words["queue"][tab]).click()

    def opens(self, reference: str) -> None:
        """Opens the conversation of a handoff."""
        self.row(reference).click()
        expect(self.conversation.get_by_role("heading", level=1)).to_be_visible()

    def takes_over(self) -> None:
        """Takes the open conversation."""
        self.presses("take")
        expect(self.box).to_be_focused()

    def writes(self, text: str) -> None:
        """Writes to the debtor."""
        self.box.fill(text)
        self.page.get_by_role("button", name=self.words["composer"]["send"], exact=True).click()
        expect(self.log.get_by_text(text)).to_be_visible()

    def closes_as(self, outcome: str) -> None:
        """Ends the conversation: solved, promised, no_answer, other."""
        self.presses("close")
        why = self.page.get_by_role("group", name=self.words["close"][outcome])
        why.get_by_role("radio").first.check()
        self.page.get_by_role("button", name=self.words["close"]["submit"]).click()
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def gives_back(self) -> None:
        """Leaves the conversation to the assistant."""
        self.presses("return")
        asked = self.page.get_by_role("dialog")
        asked.get_by_role("button", name=self.words["give_back"]["submit"], exact=True).click()
        expect(asked).to_have_count(0)

    def presses(self, act: str) -> None:
        """Presses take, close or return."""
        name = self.words["conversation"][act]
        self.conversation.get_by_role("button", name=name, exact=True).click()

    @property
    def queue(self) -> Locator:
        """The list of handoffs."""
        return self.page.get_by_role("region", name=self.words["frame"]["queue"], exact=True)

    def row(self, reference: str) -> Locator:
        """A handoff in the list."""
        return self.queue.get_by_role("link").and_(self.page.get_by_title(reference))

    @property
    def conversation(self) -> Locator:
        """The middle pane."""
        return self.page.get_by_role("main")

    @property
    def log(self) -> Locator:
        """All that was said."""
        return self.conversation.get_by_role("log")

    @property
    def case(self) -> Locator:
        """The pane with the case."""
        return self.page.get_by_role("complementary", name=self.words["frame"]["case"])

    @property
    def box(self) -> Locator:
        """Where one writes to the debtor."""
        return self.conversation.get_by_label(self.words["composer"]["label"])
