"""The made-up cases are believable and within the law."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest

from backend.cases.kinds import CaseStatus, EntryKind
from backend.clients import Client, ClientBook
from backend.demo.data import DemoCase, DemoCases, demo_cases
from backend.plans import (
    BookedFee,
    Ceiling,
    Debtor,
    FeeFacts,
    FeeWish,
    check_fee,
    payment_reference,
)
from backend.settings import Settings
from tests.backend.cases.house import DEMO_DAY


@cache
def book() -> ClientBook:
    return ClientBook.read(Settings().clients_folder)


def all_cases() -> Iterator[tuple[Client, DemoCases, DemoCase]]:
    for cases in demo_cases(book()):
        for case in cases.cases:
            yield book().get(cases.client), cases, case


every_case = pytest.mark.parametrize(
    ("client", "cases", "case"),
    list(all_cases()),
    ids=[case.reference for _, _, case in all_cases()],
)


def principal_of(case: DemoCase) -> int:
    return sum(entry.amount for entry in case.ledger if entry.kind is EntryKind.PRINCIPAL)


def units_on(client: Client, day: date) -> dict[str, int | None]:
    """The amounts of which a court's costs are made, such as a court fee unit."""
    rows = client.jurisdiction.fee_ceilings
    return {row.fee: row.amount for row in rows if row.unit and row.holds_on(day)}


def cases_by_country() -> dict[str, list[DemoCases]]:
    found: dict[str, list[DemoCases]] = {}
    for cases in demo_cases(book()):
        found.setdefault(book().get(cases.client).country, []).append(cases)
    return found


def test_every_country_has_a_case_in_each_state():
    for clients in cases_by_country().values():
        assert {case.status for cases in clients for case in cases.cases} == set(CaseStatus)


def test_every_country_has_a_business_and_somebody_with_two_cases():
    for clients in cases_by_country().values():
        kinds = {debtor.kind for cases in clients for debtor in cases.debtors.values()}
        assert kinds == set(Debtor)
        assert any(len(cases.cases) > len(cases.debtors) for cases in clients)


def test_every_country_has_somebody_who_owes_both_creditors():
    for clients in cases_by_country().values():
        first, second = ({debtor.name for debtor in cases.debtors.values()} for cases in clients)
        assert len(first & second) == 1


def test_no_debtor_is_without_a_case():
    for cases in demo_cases(book()):
        assert set(cases.debtors) == {case.debtor for case in cases.cases}


def test_references_and_payment_numbers_are_there_once():
    found = [case for _, _, case in all_cases()]
    assert len({case.reference for case in found}) == len(found)
    assert len({case.payment_number for case in found}) == len(found)


@every_case
def test_the_reference_begins_with_the_country(client: Client, cases: DemoCases, case: DemoCase):
    assert case.reference.startswith(f"{client.country}-")


@every_case
def test_the_debtor_is_spoken_to_in_a_language_of_the_client(
    client: Client, cases: DemoCases, case: DemoCase
):
    assert cases.debtors[case.debtor].language in client.languages


@every_case
def test_the_payment_number_fits_the_countrys_scheme(
    client: Client, cases: DemoCases, case: DemoCase
):
    scheme = client.jurisdiction.payment_reference.scheme
    assert payment_reference(scheme, case.payment_number)


@every_case
def test_each_fee_could_be_booked_by_the_law(client: Client, cases: DemoCases, case: DemoCase):
    due = DEMO_DAY + timedelta(days=case.due)
    facts = FeeFacts(principal_of(case), due, cases.debtors[case.debtor].kind)
    booked: list[BookedFee] = []
    for entry in case.ledger:
        if entry.kind not in (EntryKind.FEE, EntryKind.COST):
            continue
        assert entry.ceiling is not None, "a fee names its measure"
        day = DEMO_DAY + timedelta(days=entry.at)
        if entry.kind is EntryKind.COST and entry.ceiling in units_on(client, day):
            assert entry.amount == units_on(client, day)[entry.ceiling]
            continue
        wish = FeeWish(entry.ceiling, entry.amount, day, agreed=True)
        assert isinstance(check_fee(client.jurisdiction, wish, booked, facts), Ceiling)
        booked.append(wish)


@every_case
def test_booked_interest_is_no_more_than_its_rate_gives(
    client: Client, cases: DemoCases, case: DemoCase
):
    for entry in case.ledger:
        if entry.kind is EntryKind.INTEREST:
            days = entry.at - case.due
            most = principal_of(case) * Decimal(str(case.interest_rate)) / 100 * days / 365
            assert entry.amount <= most


@every_case
def test_nothing_is_booked_before_the_claim_and_no_fee_before_it_was_due(
    client: Client, cases: DemoCases, case: DemoCase
):
    assert case.incurred < case.due
    for entry in case.ledger:
        assert entry.at >= case.incurred
        if entry.kind is EntryKind.FEE:
            assert entry.at > case.due


@every_case
def test_texts_are_written_out(client: Client, cases: DemoCases, case: DemoCase):
    written = [case.origin, case.invoice_number, *(entry.text for entry in case.ledger)]
    assert all(text.strip() == text and text for text in written)
