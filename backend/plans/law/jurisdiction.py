"""What a country lays down: a data file a country, so that a new country is a new file.

Every figure keeps its source, the day from which it holds and how sure it is; a figure that nobody
knows is null and is never guessed.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from backend.plans.claim import Debtor
from backend.plans.law.allocation import Allocation
from backend.plans.law.bank_days import BankDays
from backend.plans.law.fact import Fact
from backend.plans.law.fees import FeeCeiling, PlanMeasures
from backend.plans.law.late_interest import (
    Interest,
    LateInterest,
    RateSpan,
    has_own_rate,
    rate_spans,
)
from backend.plans.law.limitation import Limitation
from backend.plans.law.payment_codes import NumberCheck, PaymentCode, PaymentReference
from backend.plans.law.plan_bounds import Grace, PlanBound
from backend.plans.reading import DataError, DataModel, read

_FOLDER = Path(__file__).parents[1] / "jurisdictions"


class Name(Fact):
    """A body or register, and its page; null when it is not known."""

    name: str | None
    url: str | None = None


class Helpline(Fact):
    """Where help is found.

    `language` is set when the line is in another than the country's main one; `hours` are written
    as OpenStreetMap does ("24/7", "Mo-Fr 09:00-15:00").
    """

    kind: str
    name: str
    phone: str | None
    url: str | None = None
    hours: str | None = None
    language: str | None = None


class Jurisdiction(DataModel):
    """One country; `code` is ISO 3166, `currency` ISO 4217, `time_zone` an IANA name.

    `payment_codes` are in the order in which they are preferred. `number_checks` says how a
    payee's numbers are checked, by the kind of account or the number's key in a client's file.
    """

    code: str
    currency: str
    minor_digits: Annotated[int, Field(ge=0, le=3)]
    time_zone: str
    bank_days: BankDays
    payment_reference: PaymentReference
    payment_codes: tuple[PaymentCode, ...] = ()
    number_checks: dict[str, NumberCheck] = {}
    account_kind: str
    supervisor: Name
    credit_register: Name
    helplines: tuple[Helpline, ...]
    fee_ceilings: tuple[FeeCeiling, ...]
    plan_fees: PlanMeasures
    interest: Interest
    late_interest: tuple[LateInterest, ...]
    allocation: Allocation
    limitation: Limitation
    plan_bounds: tuple[PlanBound, ...] = ()
    plan_grace: Grace

    def helpline(self, kind: str, language: str | None = None) -> Helpline | None:
        """The line of a `kind` such as "crisis" or "debt_advice".

        One in `language` where there is one, otherwise the first that is for everybody.
        """
        return next(iter(self.lines_of(kind, language)), None)

    def lines_of(self, kind: str, language: str | None = None) -> tuple[Helpline, ...]:
        """All lines of a `kind` that a speaker of `language` is helped by, the nearest first.

        Where a body has a line in the language, its line for everybody is left out.
        """
        lines = [line for line in self.helplines if line.kind == kind]
        found = [line for line in lines if line.language == language is not None]
        own = {line.url for line in found}
        found += [line for line in lines if line.language is None and line.url not in own]
        return tuple(found)

    def next_step(self, on: date) -> FeeCeiling | None:
        """What the next legal step adds to a debt; its `amount` is None where nobody knows."""
        rows = [row for row in self.fee_ceilings if row.next_step and row.holds_on(on)]
        return rows[0] if rows else None

    def late_interest_between(
        self, first_day: date, last_day: date, debtor: Debtor
    ) -> tuple[RateSpan, ...]:
        """The yearly rates of the days from `first_day` to `last_day`, both among them.

        Raises RateUnknown when a day has no known rate.
        """
        own_business_rate = has_own_rate(self.interest.formula, debtor)
        return tuple(
            rate_spans(self.late_interest, first_day, last_day, own_business_rate=own_business_rate)
        )


def known_jurisdictions() -> tuple[str, ...]:
    """The codes of the countries that have a file."""
    return tuple(sorted(file.stem.upper() for file in _FOLDER.glob("*.yaml")))


@cache
def jurisdiction(code: str) -> Jurisdiction:
    """The country `code`. Raises LookupError when it has no file, DataError for a wrong one."""
    if code.upper() not in known_jurisdictions():
        raise LookupError(f"no jurisdiction {code!r}; known are {', '.join(known_jurisdictions())}")
    file = _FOLDER / f"{code.lower()}.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not isinstance(data.get("minor_digits"), int):
        raise DataError(f"{file.name}.minor_digits: missing, or not a whole number")
    return read(Jurisdiction, data, name=file.name, minor_digits=data["minor_digits"])
