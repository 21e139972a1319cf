"""The table of payment-page tokens that have been used."""

from datetime import datetime

from sqlalchemy import String
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
