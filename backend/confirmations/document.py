"""What a confirmation tells, as values. Money is in minor units of `currency`."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Instalment(NamedTuple):
    """One payment of the plan; the first has the number 1."""

    number: int
    due: date
    amount: int


class Part(NamedTuple):
    """What the total is made up of; `kind` is a word of backend.cases.kinds.EntryKind."""

    kind: str
    amount: int


@dataclass(frozen=True)
class Sender:
    """Who confirms: the client with its colour (six hexadecimal digits), and the agency to ask."""

    client: str
    colour: str
    agency: str
    phone: str
    site: str


@dataclass(frozen=True)
class HowToPay:
    """Where to, and with which reference. `account_label` is the kind of account."""

    account_label: str
    account: str
    reference: str
    payee: str


class Renewal(NamedTuple):
    """What the yes does to limitation: the new period, perhaps `longer` than the claim had before."""

    years: int
    longer: bool


class Ending(NamedTuple):
    """When the plan ends: so many days after an instalment that did not come.

    None where only a person ends it.
    """

    after_days: int | None


@dataclass(frozen=True)
class Words:
    """What was read before the yes, in the language in which it was read, a paragraph a text."""

    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Confirmation:
    """An agreed plan as it was on the day of the agreement.

    `country` decides how amounts are written, and some names of references. `agreed_at` carries the
    offset of the client's zone. `parts` are what was owed that day, and empty where it is not
    known; `costs` is what the plan adds to them, and `forgiven` what it takes off. A `settlement` is a
    part that is paid for all. `ending` is None
    where it was not kept, `renewal` where the yes does nothing to limitation, `undo_until` where
    the client gives no time to undo it, and `words` where none were kept.
    """

    country: str
    sender: Sender
    debtor: str
    case: str
    creditor: str
    origin: str
    invoice: str
    plan: str
    rules_version: str
    agreed_at: datetime
    currency: str
    total: int
    schedule: tuple[Instalment, ...]
    parts: tuple[Part, ...]
    costs: int
    paying: HowToPay
    interest_stopped: bool
    settlement: bool = False
    forgiven: int = 0
    ending: Ending | None = None
    renewal: Renewal | None = None
    undo_until: date | None = None
    words: Words | None = None

    @property
    def first(self) -> Instalment:
        """The first payment."""
        return self.schedule[0]

    @property
    def last(self) -> Instalment:
        """The last payment, which may be the first."""
        return self.schedule[-1]
