"""The made-up cases are believable and within the law."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from backend.cases.kinds import CaseStatus, EntryKind
from backend.clients import Client, ClientBook
from backend.demo.data import DemoCase, DemoCases, demo_cases
from backend.plans import Debtor, FeeCeiling, jurisdiction, payment_reference
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


def ceiling_of(name: str, client: Client, principal: int, debtor: Debtor) -> FeeCeiling | None:
    """The ceiling that holds on the demo day for this principal and debtor, if there is one."""
    fitting = [
        ceiling
        for ceiling in jurisdiction(client.country).fee_ceilings
        if ceiling.fee == name
        and ceiling.debtor in (None, debtor)
        and ceiling.principal.over < principal
        and (ceiling.principal.up_to is None or principal <= ceiling.principal.up_to)
        and (ceiling.effective_from is None or ceiling.effective_from <= DEMO_DAY)
        and (ceiling.effective_to is None or ceiling.effective_to >= DEMO_DAY)
        and not ceiling.directly_enforceable
    ]
    return fitting[-1] if fitting else None


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
def test_fees_and_costs_are_within_the_ceilings_of_the_law(
    client: Client, cases: DemoCases, case: DemoCase
):
    debtor = cases.debtors[case.debtor].kind
    for entry in case.ledger:
        if entry.kind not in (EntryKind.FEE, EntryKind.COST):
            continue
        assert entry.ceiling is not None, "a fee names its ceiling"
        ceiling = ceiling_of(entry.ceiling, client, principal_of(case), debtor)
        assert ceiling is not None
        assert ceiling.amount is not None
        assert entry.amount <= ceiling.amount


@every_case
def test_all_fees_together_are_within_the_total_ceiling(
    client: Client, cases: DemoCases, case: DemoCase
):
    fees = sum(entry.amount for entry in case.ledger if entry.kind is EntryKind.FEE)
    debtor = cases.debtors[case.debtor].kind
    total = ceiling_of("max_total", client, principal_of(case), debtor)
    assert total is None or total.amount is None or fees <= total.amount


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
