"""The tables of conversations."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.conversations.kinds import Mode, Sender, TurnState
from backend.database import Base


class Conversation(Base):
    """One visitor's conversation with one client.

    `access_hash` is the fingerprint of its access token. `case_reference` is set when the visitor
    has identified. `agent` is the staff user who has it. `handed_over` says that staff may read it.
    `away_since` is set while it has been told that the assistant is away. `heard_at` is when the
    visitor last wrote or came back. `asks_since` is set while the assistant waits for the answer to
    a question that the visitor has not been reminded of.
    """

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    client: Mapped[str] = mapped_column(String(64), index=True)
    channel: Mapped[str] = mapped_column(String(16), default="web")
    access_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    mode: Mapped[Mode] = mapped_column(default="bot")
    case_reference: Mapped[str | None] = mapped_column(String(128), index=True)
    agent: Mapped[str | None] = mapped_column(String(32), index=True)
    handed_over: Mapped[bool] = mapped_column(default=False)
    last_seq: Mapped[int] = mapped_column(default=0)
    away_since: Mapped[datetime | None]
    heard_at: Mapped[datetime] = mapped_column(default=utc_now)
    asks_since: Mapped[datetime | None] = mapped_column(index=True)
    rating: Mapped[int | None]
    rating_comment: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    updated_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now)

    @property
    def identified(self) -> bool:
        """Whether it is known who the visitor is."""
        return self.case_reference is not None


class Message(Base):
    """Something that was said. A debtor's message has the id that the widget gave it.

    `turn` is the debtor's message that it answers; `reply_to` the one whose HTTP answer carried it,
    when that was a later one. `understood` is what the assistant made of a debtor's message.
    """

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("conversation_id", "seq"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seq: Mapped[int]
    sender: Mapped[Sender]
    text: Mapped[str] = mapped_column(Text)
    buttons: Mapped[list[Any]] = mapped_column(default=list)
    card: Mapped[dict[str, Any] | None]
    name: Mapped[str | None] = mapped_column(String(100))
    turn: Mapped[str | None] = mapped_column(String(64))
    reply_to: Mapped[str | None] = mapped_column(String(64))
    understood: Mapped[dict[str, Any] | None]
    at: Mapped[datetime] = mapped_column(default=utc_now)


class Turn(Base):
    """What the assistant is to answer. `id` is the debtor's message, or the turn's own.

    `text` is as much of the message as the assistant takes; `cut` says that it is not all.
    `waits_for` is set while the answer was only that something is missing, such as the identity.
    """

    __tablename__ = "turns"
    __table_args__ = (
        UniqueConstraint("conversation_id", "id"),
        Index("ix_turns_state_number", "state", "number"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    id: Mapped[str] = mapped_column(String(64))
    state: Mapped[TurnState] = mapped_column(default="pending")
    text: Mapped[str] = mapped_column(Text, default="")
    command: Mapped[str | None] = mapped_column(Text)
    cut: Mapped[bool] = mapped_column(default=False)
    waits_for: Mapped[str | None] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    ended_at: Mapped[datetime | None]


class IssuedButton(Base):
    """A button that was offered: its opaque `id` goes out, its `command` stays here."""

    __tablename__ = "issued_buttons"

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    command: Mapped[str] = mapped_column(Text)
