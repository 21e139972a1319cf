"""A case of its own for each conversation: a copy of a demonstration's, with a debtor of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from backend.cases.kinds import CaseStatus
from backend.clients import Client, ClientBook
from backend.database import Database
from backend.demo.data import DemoCase, DemoCases, DemoInterest, demo_cases
from backend.demo.first_state import write_case
from backend.plans import Debtor
from backend.settings import get_settings


@dataclass(frozen=True)
class Wish:
    """Whose case it is to be and in which state; `dice` choose among those that there are."""

    client: str
    status: str
    dice: Random


@dataclass(frozen=True)
class OwnCase:
    """A case that one conversation has for itself."""

    reference: str
    debtor_name: str
    digits: int


async def write_cases(
    database_url: str, today: date, wishes: Sequence[Wish]
) -> tuple[OwnCase, ...]:
    """Writes a case for each wish into a database that the backend has made."""
    book = ClientBook.read(get_settings().clients_folder)
    demo = {cases.client: cases for cases in demo_cases(book)}
    database = Database(database_url)
    written = []
    try:
        async with database.transaction() as session:
            for number, wish in enumerate(wishes, 1):
                client, cases = book.get(wish.client), demo[wish.client]
                case = wish.dice.choice(_fitting(cases, wish.status))
                copies = _copy(cases, case, number)
                await write_case(session, copies, copies.cases[0], client, today)
                written.append(_own(copies, client))
    finally:
        await database.close()
    return tuple(written)


def _fitting(cases: DemoCases, status: str) -> list[DemoCase]:
    """Those of consumers in this state whose sum can be stated."""
    return [
        case
        for case in cases.cases
        if case.status is CaseStatus(status)
        and cases.debtors[case.debtor].kind is Debtor.CONSUMER
        and case.interest is not DemoInterest.STATUTORY
    ]


def _copy(cases: DemoCases, case: DemoCase, number: int) -> DemoCases:
    debtor = f"{case.debtor}-{number}"
    length = len(case.payment_number)
    copy = case.model_copy(
        update={
            "reference": f"{case.reference}-{number}",
            "payment_number": f"9{number:0{length - 1}}",
            "debtor": debtor,
        }
    )
    people = {debtor: cases.debtors[case.debtor]}
    return cases.model_copy(update={"cases": (copy,), "debtors": people})


def _own(copies: DemoCases, client: Client) -> OwnCase:
    case = copies.cases[0]
    name = copies.debtors[case.debtor].first_name
    return OwnCase(case.reference, name, client.jurisdiction.minor_digits)
