"""Cases of its own for each hand-over: copies of a client's demonstration cases, of one debtor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backend.clients import Client, ClientBook
from backend.database import Database
from backend.demo.data import DemoCases, demo_cases
from backend.demo.first_state import write_case
from backend.settings import get_settings


@dataclass(frozen=True)
class Wish:
    """Which of the client's cases are to be copied, for one debtor."""

    client: str
    numbers: Sequence[int]
    #: The cases stand as they would have so many days before.
    days_ago: int = 0


async def write_copies(database_url: str, today: date, wishes: Sequence[Wish]) -> list[list[str]]:
    """Writes them into a database that the backend has made; their references, for each wish."""
    book = ClientBook.read(get_settings().clients_folder)
    demo = {cases.client: cases for cases in demo_cases(book)}
    database = Database(database_url)
    try:
        async with database.transaction() as session:
            written = []
            for place, wish in enumerate(wishes, 1):
                client = book.get(wish.client)
                copies = _copies(demo[wish.client], wish.numbers, place, client)
                for case in copies.cases:
                    as_of = today - timedelta(days=wish.days_ago)
                    await write_case(session, copies, case, client, as_of)
                written.append([case.reference for case in copies.cases])
    finally:
        await database.close()
    return written


def _copies(cases: DemoCases, numbers: Sequence[int], place: int, client: Client) -> DemoCases:
    """One debtor for all of them, also where the demonstration has several."""
    chosen = [
        next(case for case in cases.cases if case.reference.endswith(f"-{number}"))
        for number in numbers
    ]
    debtor = f"{chosen[0].debtor}-of-{place}"
    copies = []
    for count, case in enumerate(chosen):
        digits = f"8{place:04}{count}".ljust(len(case.payment_number), "0")
        copies.append(
            case.model_copy(
                update={
                    "reference": f"{case.reference}-H{place}",
                    "payment_number": digits,
                    "debtor": debtor,
                }
            )
        )
    people = {debtor: cases.debtors[chosen[0].debtor]}
    return cases.model_copy(update={"cases": tuple(copies), "debtors": people})
