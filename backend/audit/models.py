"""The table of the audit."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.audit.actors import LONGEST_ID, ActorKind, Result
from backend.clock import utc_now
from backend.database import Base

_UNSEALED = text("seal IS NULL")


class AuditRow(Base):
    """Somebody did something. `act` is a word of acts.yaml.

    Rows are only added. Afterwards a row gets its `seal` and its place in the row of seals, once:
    see sealing.py. `client` is null for what is no client's. `request` is the id that the logs have.
    """

    __tablename__ = "audit_rows"
    __table_args__ = (
        Index(
            "ix_audit_rows_unsealed",
            "seq",
            sqlite_where=_UNSEALED,
            postgresql_where=_UNSEALED,
        ),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    actor_kind: Mapped[ActorKind] = mapped_column(String(16))
    actor_id: Mapped[str | None] = mapped_column(String(LONGEST_ID), index=True)
    act: Mapped[str] = mapped_column(String(32))
    client: Mapped[str | None] = mapped_column(String(LONGEST_ID), index=True)
    subject_kind: Mapped[str | None] = mapped_column(String(32))
    subject_id: Mapped[str | None] = mapped_column(String(LONGEST_ID), index=True)
    case_reference: Mapped[str | None] = mapped_column(String(LONGEST_ID), index=True)
    result: Mapped[Result] = mapped_column(String(8), default="done")
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    request: Mapped[str | None] = mapped_column(String(LONGEST_ID))
    sealed_as: Mapped[int | None] = mapped_column(unique=True)
    seal: Mapped[str | None] = mapped_column(String(64))
