"""The tables of what identifies: payment-page tokens that have been used, and links."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base


class UsedPageToken(Base):
    """A token that has identified somebody; the primary key lets it do so once."""

    __tablename__ = "used_page_tokens"

    client: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(128), primary_key=True)
    conversation: Mapped[str] = mapped_column(String(32))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime] = mapped_column(default=utc_now)


class IdentityLink(Base):
    """A link by which one conversation can be identified once.

    `fingerprint` is what is stored of it. `used_by` is the fingerprint of the payment-page token
    that used it, so that the same page may ask again.
    """

    __tablename__ = "identity_links"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    expires_at: Mapped[datetime]
    used_by: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
