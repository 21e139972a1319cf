"""The table of what staff may find."""

from sqlalchemy import Integer, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class SearchEntry(Base):
    """The words of one place: a message, a note, a reference, or a debtor's name.

    Written by the database alone (see `index`), for conversations that were handed over and for
    debtors. `owner` is the conversation, or of a name the debtor; `id` is the message or the like.
    """

    __tablename__ = "search_entries"
    __table_args__ = (UniqueConstraint("owner", "place", "id"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    place: Mapped[str] = mapped_column(String(16))
    owner: Mapped[str] = mapped_column(String(64))
    id: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))
