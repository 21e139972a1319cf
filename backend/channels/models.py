"""The tables of messaging channels."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.channels.kinds import DeliveryState, InboxKind, InboxState
from backend.clock import utc_now
from backend.database import Base


class InboxMessage(Base):
    """Something that a channel brought, which is also the work that it makes.

    `message_id` is the channel's own; Telegram counts for each bot, so the client belongs to the
    key. `text` is masked, and emptied when it is done: the conversation has it then.
    `callback` is what Telegram wants an answer to at once.
    """

    __tablename__ = "inbox_messages"
    __table_args__ = (
        UniqueConstraint("channel", "client", "message_id"),
        Index("ix_inbox_messages_state_number", "state", "number"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    client: Mapped[str] = mapped_column(String(64))
    message_id: Mapped[str] = mapped_column(String(160))
    address: Mapped[str] = mapped_column(String(64))
    kind: Mapped[InboxKind]
    text: Mapped[str] = mapped_column(Text, default="")
    payload: Mapped[str | None] = mapped_column(String(256))
    language: Mapped[str | None] = mapped_column(String(35))
    callback: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[InboxState] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    try_after: Mapped[datetime | None]
    received_at: Mapped[datetime] = mapped_column(default=utc_now)
    ended_at: Mapped[datetime | None]


class Contact(Base):
    """A person's address on a channel, as one client knows it. Who that is, it does not tell.

    `heard_at` is when the person last wrote, `stopped_at` since when nothing may be sent.
    """

    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("channel", "client", "address"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    client: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(64))
    heard_at: Mapped[datetime] = mapped_column(default=utc_now)
    stopped_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)


class Thread(Base):
    """A conversation that goes out to a contact; the newest is the one that goes on.

    `sent_seq` is the last of its messages that has gone out, or never will. `stop_seq` is the
    confirmation of a stop, the last that may. `try_after` is set while sending has failed.
    """

    __tablename__ = "threads"

    number: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id"), index=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), unique=True)
    sent_seq: Mapped[int] = mapped_column(default=0)
    stop_seq: Mapped[int | None]
    try_after: Mapped[datetime | None]


class Delivery(Base):
    """One piece of a message on its way: most messages have one, long ones several.

    `provider_id` is the channel's id for it. `reason` says why it was not sent, in the channel's
    code or a word of ours, never in a text.
    """

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_channel_provider_id", "channel", "provider_id"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    state: Mapped[DeliveryState]
    provider_id: Mapped[str | None] = mapped_column(String(160))
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None] = mapped_column(String(64))
    claimed_until: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    updated_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now)
