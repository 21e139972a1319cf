"""The tables of staff."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.clock import utc_now
from backend.database import Base


class StaffUser(Base):
    """Somebody who works at the console. `clients` are ids of clients, or `*` for all of them.

    Who is not `active` has been switched off: no way in, and no way to forget what was done.
    `one_time_password` says that the password is one that was made and told once.
    """

    __tablename__ = "staff_users"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    clients: Mapped[list[Any]]
    password_hash: Mapped[str] = mapped_column(String(200))
    one_time_password: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    last_seen_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    @property
    def first_name(self) -> str:
        """What a debtor sees of the name."""
        return self.name.split()[0]


class StaffSession(Base):
    """Somebody is signed in. `id` is the fingerprint of the cookie."""

    __tablename__ = "staff_sessions"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("staff_users.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]

    user: Mapped[StaffUser] = relationship(lazy="joined", innerjoin=True)
