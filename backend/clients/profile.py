"""What a client's file says: who the client is, how it is paid, and what it allows."""

import hashlib
import json
from datetime import date
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from backend.clients.channels import Channels
from backend.clients.closed_days import ClosedDay
from backend.clients.colour import Colour
from backend.clients.faults import wrong
from backend.clients.following_up import Followup
from backend.clients.hours import OpeningHours
from backend.clients.own_replies import OwnReply
from backend.clients.payee import Payee
from backend.clients.targets import Targets
from backend.clients.triggers import Trigger, Triggers
from backend.clients.week import Week
from backend.plans import (
    AllocationOrder,
    Jurisdiction,
    Order,
    PlanRules,
    RuleBook,
    jurisdiction,
    known_jurisdictions,
    order_of,
)
from backend.plans.reading import DataModel, read
from backend.texts import known_languages

Days = Annotated[int, Field(strict=True, ge=0, le=366)]


def _spoken(code: str) -> str:
    if code not in known_languages():
        raise wrong(f"is a language without texts; there are {', '.join(known_languages())}")
    return code


def _country(code: object) -> str:
    # Without quotes YAML takes NO for "no".
    if code not in known_jurisdictions():
        raise wrong(f"is no country with data; there are {', '.join(known_jurisdictions())}")
    return str(code)


Language = Annotated[str, AfterValidator(_spoken)]


class Agency(DataModel):
    """The collection agency that acts for the client, and where its people are reached.

    `email` is where a receipt is sent that cannot be sent in the conversation.
    """

    name: str
    site: str
    phone: str
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None


class Client(DataModel):
    """One client. `languages` begin with the client's own.

    `greeting` is a line of the client's own in the welcome, by language; `hours_by_language` are
    the hours of languages that fewer people speak. A client that is leaving has no
    `new_conversations`. `replies` are canned replies for agents: of its own, instead of one of the
    house's, or null for one of these that is left out.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: str
    country: Annotated[str, BeforeValidator(_country)]
    colour: Colour
    logo_text: str | None = None
    assistant: str = "Sovinto"
    greeting: dict[Language, str] = {}
    agency: Agency
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    channels: Channels
    identify_url: str | None = None
    eid: dict[Language, str]
    payee: Payee
    hours: Week
    hours_by_language: dict[Language, Week] = {}
    closed_days: tuple[ClosedDay, ...] = ()
    targets: Targets = Targets()
    new_conversations: bool = True
    payment_days: Days
    hold_days: dict[str, Days]
    allocation: AllocationOrder | None = None
    followup: Followup = Followup()
    replies: dict[str, OwnReply | None] = {}
    hand_over: tuple[dict[str, Any], ...] = ()
    plans: tuple[dict[str, Any], ...]

    @property
    def home_language(self) -> str:
        """The language that is spoken when nothing else is known."""
        return self.languages[0]

    @cached_property
    def jurisdiction(self) -> Jurisdiction:
        """The client's country."""
        return jurisdiction(self.country)

    @property
    def reference_scheme(self) -> str:
        """The check digits of payment references: the country's common ones, or the bank's own."""
        return self.payee.reference_scheme or self.jurisdiction.payment_reference.scheme

    @property
    def currency(self) -> str:
        """The ISO code of the money that is owed."""
        return self.jurisdiction.currency

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the client's people."""
        return ZoneInfo(self.jurisdiction.time_zone)

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """On which occasions a person takes over, from the `hand_over` section. Raises DataError."""
        digits = self.jurisdiction.minor_digits
        read_in = {"hand_over": self.hand_over}
        return read(Triggers, read_in, name="", minor_digits=digits).hand_over

    @cached_property
    def rule_book(self) -> RuleBook:
        """The rules for plans with their dates, from the `plans` section. Raises DataError."""
        return RuleBook.read(self.plans, self.jurisdiction)

    def rules_on(self, day: date) -> PlanRules:
        """The rules for plans that hold on a day."""
        return self.rule_book.on(day)

    @cached_property
    def rules_version(self) -> str:
        """Changes with the rules, so that an offer tells by which it was made."""
        written = json.dumps(self.plans, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    @cached_property
    def allocation_order(self) -> Order:
        """What a payment goes to first: as the client has set, otherwise as the country does it."""
        return order_of(self.allocation or self.jurisdiction.allocation.order)

    @property
    def opening_hours(self) -> OpeningHours:
        """When the agency's people are there for this client."""
        return self.opening_hours_in(self.home_language)

    def opening_hours_in(self, language: str) -> OpeningHours:
        """When somebody is there who speaks `language`."""
        closed = frozenset(self.closed_days)
        return OpeningHours(self.week_in(language), self.jurisdiction.bank_days, self.zone, closed)

    def week_in(self, language: str) -> Week:
        """The hours of a week for `language`."""
        return self.hours_by_language.get(language, self.hours)

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
