"""The table of files that debtors have sent."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base


class Attachment(Base):
    """A file of a conversation; the message that shows it has the same id, given by the widget.

    `kind` is a word of accepted.yaml. The name that the file had is not kept: it may say anything.
    `content` is read only where it is asked for.
    """

    __tablename__ = "attachments"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    at: Mapped[datetime] = mapped_column(default=utc_now)
