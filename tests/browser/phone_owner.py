"""Somebody with a phone, who writes to a client on a messenger: what they see and do there."""

from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

_TEXTS = Path(__file__).parents[2] / "backend" / "demo" / "texts"


class PhoneOwner:
    """One person on the demonstration's page of a client's phone."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        file = _TEXTS / f"{language}.yml"
        self.words: Any = yaml.safe_load(file.read_text(encoding="utf-8"))["texts"]

    def takes_the_phone(self, client: str, channel: str) -> None:
        """Opens the page and a messenger on it, by its name there."""
        self.page.goto(f"/demo/phone/{client}")
        self.page.get_by_role("radio", name=channel).check(force=True)

    def starts(self) -> None:
        """Presses Start, as Telegram asks of everybody who is new."""
        self.page.get_by_role("button", name=self.words["phone_start"], exact=True).click()

    def says(self, text: str) -> None:
        """Writes a message and sends it with the Enter key."""
        self.box.fill(text)
        self.box.press("Enter")

    def presses(self, title: str) -> None:
        """Presses the newest button with this title."""
        self.log.get_by_role("button", name=title, exact=True).last.click()

    def reads(self, *texts: str) -> None:
        """Sees each text somewhere in the chat."""
        for text in texts:
            expect(self.log.get_by_text(text).last).to_be_visible()

    def opens_the_link(self) -> Page:
        """Opens the newest link, which is a page of its own."""
        with self.page.context.expect_page() as opened:
            self.log.get_by_role("link").last.click()
        return opened.value

    @property
    def log(self) -> Locator:
        """All that the phone shows."""
        return self.page.get_by_role("log")

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_label(self.words["phone_write"], exact=True)
