"""What a client's file says: who the client is, how it is paid, and what it allows."""

import hashlib
import json
from datetime import date
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from backend.clients.hours import OpeningHours, Week
from backend.plans import Jurisdiction, PlanRules, jurisdiction, known_jurisdictions
from backend.plans.reading import DataModel

Days = Annotated[int, Field(strict=True, ge=0, le=366)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class Agency(DataModel):
    """The collection agency that acts for the client, and where its people are reached."""

    name: str
    site: str
    phone: str


class Payee(DataModel):
    """Where is paid to. `label` names the kind of account; the widget has its words."""

    name: str
    label: str
    account: str


class Client(DataModel):
    """One client. `languages` begin with the client's own."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: str
    country: str
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    assistant: str = "Sovinto"
    agency: Agency
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    channels: Annotated[tuple[str, ...], Field(min_length=1)]
    identify_url: str | None = None
    eid: dict[Language, str]
    payee: Payee
    hours: Week
    payment_days: Days
    hold_days: dict[str, Days]
    plans: tuple[dict[str, Any], ...]

    @model_validator(mode="after")
    def _can_be_worked_with(self) -> "Client":
        if self.country not in known_jurisdictions():
            raise ValueError(f"no country {self.country}; known are {known_jurisdictions()}")
        if self.home_language not in self.eid:
            raise ValueError(f"eid needs its name in {self.home_language}")
        return self

    @property
    def home_language(self) -> str:
        """The language that is spoken when nothing else is known."""
        return self.languages[0]

    @cached_property
    def jurisdiction(self) -> Jurisdiction:
        """The client's country."""
        return jurisdiction(self.country)

    @property
    def currency(self) -> str:
        """The ISO code of the money that is owed."""
        return self.jurisdiction.currency

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the client's people."""
        return ZoneInfo(self.jurisdiction.time_zone)

    @cached_property
    def rules(self) -> PlanRules:
        """The rules for plans, read from the `plans` section. Raises DataError."""
        return PlanRules.read(self.plans, self.jurisdiction)

    @cached_property
    def rules_version(self) -> str:
        """Changes with the rules, so that an offer tells by which it was made."""
        written = json.dumps(self.plans, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    @cached_property
    def opening_hours(self) -> OpeningHours:
        """When the agency's people are there for this client."""
        return OpeningHours(self.hours, self.jurisdiction.bank_days, self.zone)

    def language(self, wanted: str | None) -> str:
        """`wanted` (a code such as sv or sv-SE) if the client speaks it, else the client's own."""
        code = (wanted or "").replace("_", "-").partition("-")[0].lower()
        return code if code in self.languages else self.home_language

    def eid_in(self, language: str) -> str:
        """What electronic identification is called."""
        return self.eid.get(language, self.eid[self.home_language])

    def hold_until(self, reason: str, on: date) -> date | None:
        """How long a hold for `reason` lasts; None when a person is to lift it."""
        days = self.hold_days.get(reason)
        return None if days is None else date.fromordinal(on.toordinal() + days)
