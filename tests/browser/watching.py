"""A page whose console must stay silent."""

import re

from playwright.sync_api import ConsoleMessage, Error, Page

#: The console asks who is signed in before anybody is; a browser notes each such answer by itself.
ALWAYS_SAID = re.compile(r"status of 401 .*/api/staff/session")


class Watched:
    """What a page has complained of; a test names what it brings about on purpose."""

    def __init__(self, page: Page, expected: str | None) -> None:
        self._said: list[str] = []
        self._expected = [ALWAYS_SAID, *([re.compile(expected)] if expected else [])]
        page.on("console", self._note)
        page.on("pageerror", self._note_error)

    @property
    def complaints(self) -> list[str]:
        """Errors and warnings in the console: uncaught errors, policy violations, failed loads."""
        return [
            said for said in self._said if not any(known.search(said) for known in self._expected)
        ]

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._said.append(f"{message.text} {message.location.get('url', '')}")

    def _note_error(self, error: Error) -> None:
        self._said.append(str(error))
