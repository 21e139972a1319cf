"""The table of duties."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base


class Duty(Base):
    """Whether somebody can be given work; see states.py for how it is read.

    `choice` is what the user has set: available or away. `wrap_up_until` is set by closing a
    conversation. `here_until` is moved on while the console's live line stands, and runs out when
    it is lost. `since` is when the choice was made.
    """

    __tablename__ = "duties"

    user_id: Mapped[str] = mapped_column(ForeignKey("staff_users.id"), primary_key=True)
    choice: Mapped[str] = mapped_column(String(16), default="available")
    since: Mapped[datetime] = mapped_column(default=utc_now)
    wrap_up_until: Mapped[datetime | None]
    here_until: Mapped[datetime | None] = mapped_column(index=True)
