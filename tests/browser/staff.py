"""Somebody at one of the console's pages beside the desk, by role and label."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import words


class Staff:
    """One person whose role opens a page other than the queue."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page = page
        self.language = language
        self.frame: Any = words("console", language)

    def signs_in(self, email: str, password: str = "demo") -> None:
        """Signs in as a demo user, and waits for the first page of the role."""
        self.page.goto("/console/")
        session = self.frame["session"]
        self.page.get_by_label(session["email"]).fill(email)
        self.page.get_by_label(session["password"], exact=True).fill(password)
        self.page.get_by_role("button", name=session["submit"], exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).not_to_have_text(session["title"])

    def goes_to(self, name: str) -> None:
        """Opens a page by the bar: figures, misses, clients, audit, users."""
        bar = self.page.get_by_role("navigation", name=self.frame["frame"]["pages"]["label"])
        bar.get_by_role("link", name=self.frame["frame"]["pages"][name], exact=True).click()
        expect(self.heading).to_have_text(self.words(name)["title"])

    def words(self, page: str) -> Any:
        """The texts of a page."""
        return words("console", f"{page}/{self.language}")

    @property
    def heading(self) -> Locator:
        """What the page is called."""
        return self.page.get_by_role("heading", level=1)

    def presses(self, name: str | re.Pattern[str]) -> None:
        """Presses a button of the page."""
        self.page.get_by_role("main").get_by_role("button", name=name).first.click()
