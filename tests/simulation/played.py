"""What was said in one conversation, as its debtor saw it."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """One message of the debtor: the moves it makes, and the sums that it names, in minor units."""

    text: str
    moves: tuple[str, ...]
    pressed: str | None = None
    payload: str | None = None
    sums: tuple[int, ...] = ()
    language: str = ""

    @property
    def agrees(self) -> bool:
        """Whether a person who reads it would take it for a yes."""
        return "yes" in self.moves or self.pressed in ("accept_offer", "accept_deferral", "agree")


@dataclass(frozen=True)
class Turn:
    """A message and its answer; `said` is None for the greeting."""

    said: Said | None
    answer: list[Json]
    mode: str = "bot"
    language: str = ""

    @property
    def texts(self) -> list[str]:
        """What the assistant said, in order."""
        return [str(one["text"]) for one in self.answer if one["sender"] == "assistant"]

    @property
    def cards(self) -> list[Json]:
        """The cards that were shown."""
        return [one["card"] for one in self.answer if one["card"]]


@dataclass
class Played:
    """One conversation: who talked, about which case, and all that was said."""

    number: int
    kind: str
    language: str
    client: str
    case: str
    identified: bool
    digits: int = 2
    debtor_name: str = ""
    turns: list[Turn] = field(default_factory=list)
    failed: str = ""
    #: Whether the debtor thought in the end that the goal was reached.
    reached: bool = False
    #: Which turn began a second conversation, if one did.
    returned_at: int | None = None
    #: What the case API and the database tell, before and after.
    before: Json = field(default_factory=dict)
    after: Json = field(default_factory=dict)

    @property
    def cards(self) -> list[Json]:
        """All cards, in order."""
        return [card for turn in self.turns for card in turn.cards]

    @property
    def spoke_of(self) -> set[str]:
        """What the debtor's messages were about: their moves."""
        return {move for said in self.said for move in said.moves}

    @property
    def said(self) -> list[Said]:
        """All that the debtor said."""
        return [turn.said for turn in self.turns if turn.said is not None]

    @property
    def handed_over(self) -> bool:
        """Whether a person was got, at once or for later."""
        got = any(card["type"] in ("handoff", "callback") for card in self.cards)
        return got or any(turn.mode != "bot" for turn in self.turns)

    @property
    def out_of_reach(self) -> bool:
        """Whether the assistant could not reach the case, and said so."""
        return any(card.get("reason") == "technical" for card in self.cards)

    @property
    def stood_before(self) -> set[str]:
        """The plans that the case had before."""
        return {plan["id"] for plan in self.before["plans"]}

    @property
    def agreed_last(self) -> bool:
        """Whether the last card of a plan says that it is agreed."""
        plans = [card for card in self.cards if card["type"] == "plan"]
        return bool(plans) and plans[-1]["status"] == "agreed"

    @property
    def undone(self) -> bool:
        """Whether what was agreed was taken back."""
        return any(plan["status"] == "undone" for plan in self.after["plans"])

    def turns_to(self, kind: str, status: str | None = None) -> int | None:
        """How many messages it took until a card of a kind was there, or None."""
        count = 0
        for turn in self.turns:
            count += turn.said is not None
            for card in turn.cards:
                if card["type"] == kind and status in (None, card.get("status")):
                    return count
        return None
