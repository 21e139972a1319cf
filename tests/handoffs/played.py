"""One hand-over as its script made it true: what was said, what was seen, what the case API tells."""

from dataclasses import dataclass, field
from typing import Any

from tests.handoffs.situations import Situation, meanings

Json = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """One line of the script: its move, its words, the sum in it (minor units), whether it was a button."""

    move: str
    text: str
    amount: int | None = None
    pressed: bool = False

    @property
    def meanings(self) -> list[str]:
        """As which intents it may be understood."""
        return [] if self.pressed else meanings()[self.move]


@dataclass
class Played:
    """Filled by the play; nothing in it comes from the card but the card itself."""

    situation: Situation
    language: str
    client: str
    cases: list[str]
    said: list[Said] = field(default_factory=list)
    #: The cards that the debtor saw, in order.
    seen: list[Json] = field(default_factory=list)
    #: By the case API, after the hand-over: case, options, deferral, and each case by its reference.
    told: Json = field(default_factory=dict)
    card: Json | None = None
    summary: list[str] = field(default_factory=list)
    #: What the chat said of when somebody answers: its mode after the hand-over.
    mode: str = "bot"
    failed: str = ""

    @property
    def name(self) -> str:
        """Which it is, for a report."""
        return f"{self.language}, {self.situation.name}"

    @property
    def known(self) -> bool:
        """Whether the person was identified in the end."""
        return self.situation.identified != "never"

    @property
    def proposed(self) -> Said | None:
        """The line that proposed a sum for a plan or a settlement."""
        found = [one for one in self.said if one.amount is not None]
        return found[-1] if found else None

    @property
    def handed_over(self) -> list[Json]:
        """What the debtor saw of it."""
        return [card for card in self.seen if card["type"] in ("handoff", "callback")]

    @property
    def agreed_since(self) -> bool:
        """Whether the script ended in an agreement, after which the same terms are answered otherwise."""
        return any(card.get("status") == "agreed" for card in self.seen)

    @property
    def told_a_time(self) -> bool:
        """Whether the debtor was told by when somebody answers, and not only to wait."""
        return self.mode != "queue"
