"""Reads periods.yaml: how long each kind of data is kept, and why."""

from calendar import monthrange
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

_FILE = Path(__file__).with_name("periods.yaml")
_Number = Annotated[int, Field(ge=1, le=1200)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Keep(_Data):
    """A span: one of days, months, years."""

    days: _Number | None = None
    months: _Number | None = None
    years: _Number | None = None

    @model_validator(mode="after")
    def _is_one(self) -> "Keep":
        if len(self.model_fields_set) != 1:
            raise ValueError("keep is one of days, months, years")
        return self

    def before(self, now: datetime) -> datetime:
        """The moment that is this long ago."""
        if self.days is not None:
            return now - timedelta(days=self.days)
        months = now.year * 12 + now.month - 1 - (self.months or 12 * (self.years or 0))
        year, month = months // 12, months % 12 + 1
        return now.replace(year=year, month=month, day=min(now.day, monthrange(year, month)[1]))


class InCountry(_Data):
    """What is different in a country."""

    keep: Keep
    source: str
    why: str | None = None


class Rows(_Data):
    """Which rows are meant: those whose `moment` is past, and what else must be true of them."""

    table: str
    moment: str
    client: str | None = None
    is_null: tuple[str, ...] = ()
    not_null: tuple[str, ...] = ()
    unreferenced: bool = False


class Kind(_Data):
    """A kind of data."""

    says: str
    counted_from: Annotated[str, Field(alias="from")]
    keep: Keep
    why: str
    source: str
    countries: dict[str, InCountry] = {}
    rows: Rows | None = None

    def before(self, now: datetime, country: str | None = None) -> datetime:
        """What is older than this is to be removed."""
        special = self.countries.get(country or "")
        return (special.keep if special else self.keep).before(now)


@cache
def read_periods(file: Path = _FILE) -> dict[str, Kind]:
    """The kinds by their names."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {name: Kind.model_validate(kind) for name, kind in content.items()}
