"""Cases of the bench's own: copies of the demonstration's, so that each conversation has one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from backend.cases.kinds import CaseStatus
from backend.clients import ClientBook
from backend.database import Database
from backend.demo.data import DemoCase, DemoCases, demo_cases
from backend.demo.first_state import write_case
from backend.plans import Debtor
from backend.settings import get_settings


@dataclass(frozen=True)
class OwnCases:
    """References that nobody has talked about yet, a client."""

    references: dict[str, Iterator[str]]

    def take(self, client: str) -> str:
        """A case of the client. Raises StopIteration when all are taken."""
        return next(self.references[client])


async def write_own_cases(database_url: str, today: date, each: int) -> OwnCases:
    """Writes `each` cases a client into a database that the backend has made."""
    clients = ClientBook.read(get_settings().clients_folder)
    database = Database(database_url)
    numbers = count(1)
    written: dict[str, Iterator[str]] = {}
    try:
        for cases in demo_cases(clients):
            originals = _open_cases_of_consumers(cases)
            copies = [
                _copy(originals[place % len(originals)], next(numbers)) for place in range(each)
            ]
            async with database.transaction() as session:
                for copy in copies:
                    await write_case(session, cases, copy, clients.get(cases.client), today)
            written[cases.client] = iter([copy.reference for copy in copies])
    finally:
        await database.close()
    return OwnCases(written)


def _open_cases_of_consumers(cases: DemoCases) -> list[DemoCase]:
    return [
        case
        for case in cases.cases
        if case.status is CaseStatus.OPEN and cases.debtors[case.debtor].kind is Debtor.CONSUMER
    ]


def _copy(case: DemoCase, number: int) -> DemoCase:
    length = len(case.payment_number)
    return case.model_copy(
        update={
            "reference": f"{case.reference}-{number}",
            "payment_number": f"9{number:0{length - 1}}",
        }
    )
