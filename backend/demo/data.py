"""The made-up cases, as their data files write them.

Days are whole numbers counted from the demo day (-60 is sixty days before it), amounts are in the
currency's major unit.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from backend.agreements.models import PlanStatus
from backend.cases.kinds import CaseStatus, EntryKind
from backend.clients import ClientBook
from backend.plans import Debtor as DebtorKind
from backend.plans import Stop
from backend.plans.money import Minor
from backend.plans.reading import DataModel, read

_FOLDER = Path(__file__).parent / "cases"

Day = Annotated[int, Field(strict=True, le=0)]


class DemoDebtor(DataModel):
    """A made-up person or business."""

    name: str
    first_name: str
    kind: DebtorKind
    language: str


class DemoEntry(DataModel):
    """A ledger line; `ceiling` names the measure that a fee is for, as the country's data does.

    `since` is the first day of what an entry of interest is for, `at` its last.
    """

    at: Day
    since: Day | None = None
    kind: EntryKind
    amount: Minor
    text: str
    ceiling: str | None = None


class DemoPlan(DataModel):
    """A plan agreed before the demo day; `paid` payments were made, or all that were due."""

    status: PlanStatus
    agreed: Day
    instalments: int
    paid: int | None = None


class DemoDispute(DataModel):
    """An objection made before the demo day."""

    at: Day
    text: str


class DemoInterest(StrEnum):
    """Whether interest runs on: none does, at the case's own rate, or at the country's."""

    STOPPED = "stopped"
    AGREED = "agreed"
    STATUTORY = "statutory"


class DemoCase(DataModel):
    """A made-up case in its first state."""

    reference: str
    debtor: str
    status: CaseStatus
    origin: str
    invoice_number: str
    payment_number: str
    incurred: Day
    due: Day
    interest_rate: str | None = None
    interest: DemoInterest = DemoInterest.STOPPED
    stops: tuple[Stop, ...] = ()
    ledger: tuple[DemoEntry, ...]
    plan: DemoPlan | None = None
    dispute: DemoDispute | None = None


class DemoCases(DataModel):
    """The cases of one client."""

    client: str
    creditor: str
    payment_text: str
    debtors: dict[str, DemoDebtor]
    cases: tuple[DemoCase, ...]

    def case(self, reference: str) -> DemoCase | None:
        """The case with this reference."""
        return next((case for case in self.cases if case.reference == reference), None)


@cache
def _read(file: Path, minor_digits: int) -> DemoCases:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read(DemoCases, data, name=file.name, minor_digits=minor_digits)


def demo_cases(clients: ClientBook) -> tuple[DemoCases, ...]:
    """The made-up cases of those clients that have some. Raises DataError."""
    return tuple(
        _read(file, client.jurisdiction.minor_digits)
        for client in clients
        if (file := _FOLDER / f"{client.id}.yaml").exists()
    )
