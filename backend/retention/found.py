"""What there is to remove of a kind."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Found:
    """How many, and how old the oldest is; `kept_back` says why some or all had to stay."""

    kind: str
    count: int
    oldest: datetime | None = None
    kept_back: str | None = None
