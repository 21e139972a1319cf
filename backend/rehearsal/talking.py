"""A rehearsal: lines in, answers out, until there are no more lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from backend.rehearsal.acting import Ways
from backend.rehearsal.inspecting import inspected
from backend.rehearsal.product import Product
from backend.rehearsal.refused import Refused
from backend.rehearsal.shown import numbered, shown

#: Before a text that would else press a button: "=3" says 3.
AS_TEXT = "="


@dataclass
class Rehearsal:
    """One conversation. `ways` is None when nobody wants the inspector."""

    product: Product
    language: str
    ways: Ways | None
    show: Callable[[str], None] = print
    _buttons: list[dict[str, str]] = field(default_factory=list)

    def hears(self, messages: list[dict[str, Any]]) -> None:
        """Shows what was said; the last buttons are those that numbers press."""
        for message in messages:
            if message["sender"] != "debtor":
                for line in shown(message, self.language):
                    self.show(line)
        self._buttons = [button for said in messages for button in said["buttons"]]
        for line in numbered(self._buttons):
            self.show(line)

    def goes_through(self, lines: Iterable[str]) -> None:
        """Says each line; an empty one is left out. A line that is refused ends nothing."""
        for line in lines:
            if line.strip():
                try:
                    self._says(line.strip())
                except Refused as refused:
                    if refused.kind in ("away", "slow"):
                        raise
                    self.show(f" note {refused}")

    def _says(self, line: str) -> None:
        button = self._pressed(line)
        if button is not None and not button["payload"].startswith("b_"):
            self.show(f" note The page does this itself: {button['payload']}.")
            return
        text = line.removeprefix(AS_TEXT) if button is None else button["title"]
        message, answer = self.product.say(text, button["payload"] if button else None)
        self.language = answer["language"]
        if self.ways is not None and (understood := self.product.understood(message)):
            for shown_line in inspected(understood, self.ways):
                self.show(f"    · {shown_line}")
        self.hears(answer["messages"])
        if answer["mode"] != "bot":
            self.show(" note A person has the conversation now; the assistant is silent.")

    def _pressed(self, line: str) -> dict[str, str] | None:
        if line.isdecimal() and 1 <= int(line) <= len(self._buttons):
            return self._buttons[int(line) - 1]
        return None
