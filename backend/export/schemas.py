"""The copy as it goes out. Money in minor units of the currency, moments in UTC, dates ISO.

Beside an amount or a code stands a field with _text at its end (explaining.py): for people only.
A field is only ever added; whoever reads copies by machine relies on the others.
"""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from backend.agreements.schemas import PlanFacts
from backend.audit.actors import ActorKind, Result
from backend.cases.schemas import BalanceFacts, LedgerLine

VERSION = 1


class Person(BaseModel):
    """Whom it is about."""

    name: str
    first_name: str
    kind: str
    language: str


class Wish(BaseModel):
    """A plan that was wished for, and which rules it broke."""

    at: datetime
    terms: dict[str, Any]
    outcome: str
    rules: list[str]


class Deferred(BaseModel):
    """Paying was put off."""

    granted_on: date
    until: date


class Held(BaseModel):
    """Collection was paused."""

    at: datetime
    reason: str
    until: date | None


class Objection(BaseModel):
    """An objection, in the debtor's words."""

    at: datetime
    reference: str
    text: str


class Reminded(BaseModel):
    """What is or was to be said without being asked."""

    kind: str
    due_at: datetime
    state: str
    said_at: datetime | None


class CaseCopy(BaseModel):
    """A case with all that was booked and agreed."""

    reference: str
    status: str
    creditor: str
    origin: str
    invoice_number: str
    incurred_on: date
    due_date: date
    interest_rate: str | None
    interest_running: bool
    stops: list[str]
    balance: BalanceFacts
    ledger: list[LedgerLine]
    plans: list[PlanFacts]
    wishes: list[Wish]
    deferrals: list[Deferred]
    holds: list[Held]
    disputes: list[Objection]
    reminders: list[Reminded]
    reminders_wanted: bool | None


class MessageCopy(BaseModel):
    """Something that was said; `understood_as` is what the assistant took it for."""

    at: datetime
    sender: str
    name: str | None
    text: str
    card: dict[str, Any] | None
    understood_as: str | None


class FileCopy(BaseModel):
    """A file that the debtor has sent; it is given back under its `id`. `size` in bytes."""

    id: str
    at: datetime
    kind: str
    size: int


class HandoffCopy(BaseModel):
    """People were asked for."""

    at: datetime
    reference: str
    reason: str
    state: str
    wish: str
    facts: dict[str, Any]
    phone: str | None
    promised_at: datetime | None
    ended_at: datetime | None
    outcome: str | None


class ConversationCopy(BaseModel):
    """A conversation, word for word as it is kept."""

    id: str
    begun_at: datetime
    channel: str
    language: str
    case: str | None
    rating: int | None
    rating_comment: str | None
    messages: list[MessageCopy]
    attachments: list[FileCopy]
    handoffs: list[HandoffCopy]


class AddressCopy(BaseModel):
    """An address in a messaging app."""

    channel: str
    address: str
    heard_at: datetime
    stopped_at: datetime | None


class ReadingCopy(BaseModel):
    """Somebody read or did something; `who` is a kind of actor, never a name."""

    at: datetime
    who: ActorKind
    act: str
    case: str | None
    result: Result


class Copy(BaseModel):
    """All that is kept about a person."""

    version: int = VERSION
    about: list[str]
    left_out: list[str]
    made_at: datetime
    client: str
    agency: str
    person: Person
    cases: list[CaseCopy]
    conversations: list[ConversationCopy]
    addresses: list[AddressCopy]
    readings: list[ReadingCopy]
