"""The table of the daily runs."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base


class RetentionRun(Base):
    """The daily run of a day has come to its end; `removed` counts by kind of data."""

    __tablename__ = "retention_runs"

    day: Mapped[date] = mapped_column(primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(default=utc_now)
    removed: Mapped[dict[str, Any]] = mapped_column(default=dict)
