"""The rows of one generated conversation, as the product itself would have written them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from backend.conversations.kinds import Sender
from backend.eventlog import Where
from backend.eventlog.recording import row

Row = dict[str, Any]


@dataclass
class Told:
    """A conversation that grows; `events` and `messages` are rows of their tables."""

    id: str
    client: str
    channel: str
    language: str
    case: str | None
    events: list[Row] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)
    handed_over: bool = False
    rating: int | None = None

    def happens(self, kind: str, at: datetime, **data: Any) -> None:
        """Adds an event."""
        where = Where(self.client, self.id, self.channel, self.language)
        self.events.append(row(kind, where, at, data))

    def says(
        self,
        sender: Sender,
        text: str,
        at: datetime,
        *,
        name: str | None = None,
        understood: Row | None = None,
    ) -> str:
        """Adds a message and gives its id."""
        seq = len(self.messages) + 1
        id = f"{self.id[:24]}{seq:04}"
        self.messages.append(
            {
                "conversation_id": self.id,
                "id": id,
                "seq": seq,
                "sender": sender,
                "text": text,
                "buttons": [],
                "card": None,
                "name": name,
                "turn": None,
                "reply_to": None,
                "understood": understood,
                "at": at,
            }
        )
        return id

    @property
    def row(self) -> Row:
        """The conversation's own row; nobody has its access token."""
        last = self.messages[-1]["at"]
        return {
            "id": self.id,
            "client": self.client,
            "channel": self.channel,
            "access_hash": self.id,
            "language": self.language,
            "mode": "closed" if self.handed_over else "bot",
            "case_reference": self.case,
            "agent": None,
            "handed_over": self.handed_over,
            "last_seq": len(self.messages),
            "away_since": None,
            "rating": self.rating,
            "rating_comment": None,
            "created_at": self.messages[0]["at"],
            "updated_at": last,
        }
