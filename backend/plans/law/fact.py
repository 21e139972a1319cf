"""Where what a country's file says is from."""

from datetime import date
from typing import Literal

from backend.plans.reading import DataModel


class Fact(DataModel):
    """Where a figure is from: `verified` in the source, `known` without one, or `unknown`."""

    source: str
    effective_from: date | None
    confidence: Literal["verified", "known", "unknown"]
    note: str | None = None
