"""What a debtor sees in an answer: its cards, its buttons and whether something is asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.simulation.played import Turn
from tests.simulation.titles import meaning
from tests.walks.chat import buttons

Json = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """One answer, read as a person does."""

    turn: Turn
    hears: Mapping[str, str]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.turn.texts)

    @property
    def buttons(self) -> dict[str, Json]:
        """The buttons that can be pressed, by what they mean; the first of each."""
        found: dict[str, Json] = {}
        for button in buttons(self.turn.answer):
            found.setdefault(meaning(button["title"]) or "", button)
        return found

    @property
    def asks(self) -> bool:
        """Whether the last message asks something."""
        return bool(self.turn.texts) and "?" in self.turn.texts[-1]

    @property
    def offer(self) -> Json | None:
        """The plan that is offered on a card."""
        plans = [card for card in self.turn.cards if card["type"] == "plan"]
        return plans[-1] if plans and plans[-1]["status"] == "offered" else None

    @property
    def offer_stands(self) -> bool:
        """Whether an offer waits for a yes."""
        return "accept_offer" in self.buttons or self.offer is not None

    @property
    def yes_or_no(self) -> bool:
        """Whether a yes or a no is asked for."""
        return bool({"agree", "accept_deferral"} & set(self.buttons))

    @property
    def asks_terms(self) -> bool:
        """Whether it is asked how much a month fits."""
        return "so_many_instalments" in self.buttons or (self.asks and self.hear("amount"))

    def hear(self, about: str) -> bool:
        """Whether the last message is about something that people know by its words."""
        pattern = self.hears.get(about)
        last = self.turn.texts[-1] if self.turn.texts else ""
        return pattern is not None and re.search(pattern, last, re.IGNORECASE) is not None

    def shows(self, signs: list[str]) -> bool:
        """Whether a card says that the goal is reached: `type` or `type:status` or `plan:change`."""
        return any(sign in signs for card in self.turn.cards for sign in _signs(card))


def _signs(card: Json) -> set[str]:
    kind, status = str(card["type"]), card.get("status")
    return {kind, f"{kind}:{status}", f"{kind}:{status}:{card.get('kind', kind)}"}
