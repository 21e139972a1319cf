"""The tables of staff."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.clock import utc_now
from backend.database import Base


class StaffUser(Base):
    """Somebody who works at the console. `clients` are ids of clients, or `*` for all of them.

    Who is not `active` has been switched off: no way in, and no way to forget what was done.
    `one_time_password` says that the password is one that was made and told once. `speaks` are the
    languages and `skills` the names of skills.yaml for which the user is given work; none: all.
    Whom the identity provider knows has its `provider_key` and no password. `second_step_secret`
    is enciphered; it counts `second_step_since`, and no code of `second_step_last` or before it is
    taken again.
    """

    __tablename__ = "staff_users"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    clients: Mapped[list[Any]]
    speaks: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    skills: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    provider_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    second_step_secret: Mapped[str | None] = mapped_column(String(300))
    second_step_since: Mapped[datetime | None]
    second_step_last: Mapped[int | None]
    one_time_password: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    last_seen_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    @property
    def by_provider(self) -> bool:
        """Whether the identity provider knows this user."""
        return self.provider_key is not None

    @property
    def has_second_step(self) -> bool:
        """Whether the password alone is not enough."""
        return self.second_step_since is not None

    @property
    def first_name(self) -> str:
        """What a debtor sees of the name."""
        return self.name.split()[0]


class StaffSession(Base):
    """Somebody is signed in. `id` is the fingerprint of the cookie.

    `provider_sid` is the fingerprint of the identity provider's own session, if it named one.
    """

    __tablename__ = "staff_sessions"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("staff_users.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]
    provider_sid: Mapped[str | None] = mapped_column(String(64), index=True)

    user: Mapped[StaffUser] = relationship(lazy="joined", innerjoin=True)


class ProviderAttempt(Base):
    """Somebody was sent to the identity provider. `id` is the fingerprint of the state.

    `browser` is the fingerprint of the cookie of the browser that is to come back, once.
    """

    __tablename__ = "provider_attempts"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    browser: Mapped[str] = mapped_column(String(64))
    nonce: Mapped[str] = mapped_column(String(64))
    code_verifier: Mapped[str] = mapped_column(String(128))
    expires_at: Mapped[datetime] = mapped_column(index=True)


class ProviderLogout(Base):
    """The identity provider has told that somebody signed out; the same word counts once."""

    __tablename__ = "provider_logouts"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class RecoveryCode(Base):
    """A code that stands in once for one of the second step. `label` is its first group."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[str] = mapped_column(ForeignKey("staff_users.id"), primary_key=True)
    label: Mapped[str] = mapped_column(String(8), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(200))


class Grant(Base):
    """An offer that a person has made in a conversation; its id is the plan offer's, if it has one.

    `facts` are what it says: see GrantOffer. `words` in it were written in `language`, the debtor's.
    `leave` says who lets it be: rules, limits or role; `beyond` are the client's own rules that it
    goes beyond. Somebody of `needs_role`, and never its maker, decides on it first.
    """

    __tablename__ = "grants"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    case_reference: Mapped[str] = mapped_column(ForeignKey("cases.reference"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    facts: Mapped[dict[str, Any]]
    language: Mapped[str] = mapped_column(String(8))
    leave: Mapped[str] = mapped_column(String(8))
    needs_role: Mapped[str | None] = mapped_column(String(16), index=True)
    beyond: Mapped[list[Any]]
    note: Mapped[str | None] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]
    approved: Mapped[bool | None]
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None]
    decision_note: Mapped[str | None] = mapped_column(Text)
    sent_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
