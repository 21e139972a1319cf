"""When and how often people of a country may be written to first: contact/<country>.yaml.

Every figure keeps its source and how sure it is, as in backend/plans/jurisdictions.
"""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from backend.clients import Client
from backend.clients.hours import OpeningHours
from backend.clients.week import Week
from backend.plans import DataError
from backend.plans.law.fact import Fact
from backend.plans.reading import DataModel, read

_FOLDER = Path(__file__).parent / "contact"

Times = Annotated[int, Field(strict=True, ge=1)]


class Hours(Fact):
    """The hours of a week; public holidays are closed unless the week says otherwise."""

    week: Week


class AtMost(Fact):
    """How many messages a person is sent at most; a week is 7 days and a month 30, running."""

    a_day: Times
    a_week: Times
    a_month: Times | None = None


class ContactRules(DataModel):
    """One country."""

    hours: Hours
    at_most: AtMost


@cache
def contact_rules(country: str) -> ContactRules:
    """The rules of the country `country` (ISO code). Raises DataError."""
    file = _FOLDER / f"{country.lower()}.yaml"
    if not file.exists():
        raise DataError(f"{file.name}: missing in {_FOLDER.name}/; without it nobody is reminded")
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read(ContactRules, data, name=file.name, minor_digits=0)


def contact_hours(client: Client) -> OpeningHours:
    """When the client's debtors may be written to first, by the clocks of their country."""
    week = contact_rules(client.country).hours.week
    return OpeningHours(week, client.jurisdiction.bank_days, client.zone)
