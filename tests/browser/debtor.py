"""A debtor on a payment page: what they see in the chat and do there, by role and label."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import words

#: Whose page shows which case, and the language that its debtor speaks.
HOMES = {
    "SE-1001": ("se-energi", "sv"),
    "NO-1001": ("no-mobil", "nb"),
    "DK-1001": ("dk-fitness", "da"),
    "FI-1001": ("fi-kauppa", "fi"),
    "IS-1001": ("is-tryggingar", "is"),
}


class Debtor:
    """One visitor with one chat; Playwright sees into its shadow root by itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.language = "en"

    @property
    def words(self) -> Any:
        """The widget's words in the visitor's language."""
        return words("chat", self.language)

    # ── the page around the chat

    def comes_to(self, case: str, *, language: str | None = None, identified: bool = True) -> None:
        """Opens the client's payment page with the case as it was at first."""
        client, home = HOMES[case]
        self.language = language or home
        self.page.request.post("/demo/token", data={"case": case, "reset": True})
        asked = f"&language={language}" if language else ""
        self.page.goto(f"/pay/{client}?case={case}&identified={int(identified)}{asked}")

    def opens_the_chat(self) -> None:
        """Presses the launcher and waits for the greeting."""
        self.launcher.click()
        expect(self.bubbles.first).to_be_visible()

    def opens_the_chat_of(self, case: str, **how: Any) -> None:
        """Comes to the page and opens the chat."""
        self.comes_to(case, **how)
        self.opens_the_chat()

    # ── doing

    def says(self, text: str) -> None:
        """Writes a message and sends it with the Enter key."""
        self.box.fill(text)
        self.box.press("Enter")

    def presses(self, title: str) -> None:
        """Presses one of the buttons that are offered."""
        self.panel.get_by_role("button", name=title, exact=True).last.click()

    # ── seeing

    @property
    def launcher(self) -> Locator:
        """The button that opens the chat."""
        return self.page.get_by_role("button", name=self.words["launcher"]["label"])

    @property
    def panel(self) -> Locator:
        """The open chat, whatever language it speaks by now."""
        return self.page.locator("sovinto-widget").get_by_role("dialog")

    @property
    def log(self) -> Locator:
        """All that was said."""
        return self.panel.get_by_role("log")

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.panel.get_by_role("textbox")

    @property
    def bubbles(self) -> Locator:
        """Each thing said, cards aside."""
        return self.log.locator(".bubble:not(.dots)")

    def card(self, title: str) -> Locator:
        """The newest card with this title."""
        return self.log.get_by_role("region", name=title, exact=True).last

    def reads(self, *texts: str) -> None:
        """Sees each text somewhere in the chat."""
        for text in texts:
            expect(self.log.get_by_text(text).last).to_be_visible()

    def sees_it_at_rest(self) -> None:
        """Waits until the browser has told the page of all that was drawn."""
        self.page.evaluate(
            "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r))))"
        )

    def reads_once(self, text: str) -> None:
        """Sees a text exactly once."""
        expect(self.bubbles.filter(has_text=text)).to_have_count(1)

    def is_offered(self, *titles: str) -> None:
        """May press each of these."""
        for title in titles:
            expect(self.panel.get_by_role("button", name=title, exact=True).last).to_be_enabled()
