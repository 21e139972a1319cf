"""The confirmation is made of what stood on the day of the agreement."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.accepting import agree
from backend.agreements.models import AgreedPlan, OfferKind
from backend.agreements.offering import offers_for
from backend.agreements.repository import get_offer, get_plan
from backend.agreements.schemas import Terms
from backend.agreements.wishes import Wish
from backend.cases.kinds import ClaimKind, EntryKind
from backend.cases.models import LedgerEntry
from backend.cases.repository import get_case
from backend.clock import Clock
from backend.confirmations.document import Confirmation, Part, Renewal, Words
from backend.confirmations.facts import confirmation_of
from backend.services import Services
from tests.backend.conversations.people import a_case

CLOCK = Clock(date(2026, 11, 25), time(10, 0))


async def a_plan(house: Services, *, claim: ClaimKind = ClaimKind.PURCHASE, paid: int = 0) -> str:
    """A plan over six months, agreed after `paid` had come in."""
    await a_case(house.database, "L-1")
    client = house.clients.get("lind")
    async with house.database.transaction() as session:
        case = await get_case(session, "L-1")
        case.claim_kind = claim
        _book(session, EntryKind.FEE, 18_000)
        if paid:
            _book(session, EntryKind.PAYMENT, -paid)
        await session.flush()
        now = CLOCK.now(client.zone)
        answer = await offers_for(
            session, case, client, Wish(OfferKind.PLAN, Terms(instalments=6)), "sv", now
        )
        offer = await get_offer(session, answer.offers[0].id)
        return (await agree(session, client, offer, now)).id


def _book(session: AsyncSession, kind: EntryKind, amount: int) -> None:
    day = date(2026, 11, 1)
    session.add(
        LedgerEntry(case_reference="L-1", booked_on=day, kind=kind, amount=amount, text="-")
    )


async def confirmed(house: Services, plan_id: str, *, unknown_since: bool = False) -> Confirmation:
    async with house.database.transaction() as session:
        plan: AgreedPlan = await get_plan(session, plan_id)
        if unknown_since:
            plan.agreed_after_entry, plan.evidence = 0, {}
        case = await get_case(session, "L-1")
        return await confirmation_of(session, plan, case, house.clients.get("lind"))


async def test_the_parts_are_what_was_owed_and_come_to_the_total(house: Services) -> None:
    confirmation = await confirmed(house, await a_plan(house, paid=4_000))
    assert confirmation.parts == (
        Part("principal", 486_000),
        Part("fee", 14_000),
    )
    assert sum(part.amount for part in confirmation.parts) == confirmation.total == 500_000
    assert confirmation.costs == 0
    assert sum(payment.amount for payment in confirmation.schedule) == confirmation.total


async def test_a_plan_of_before_tells_no_parts_rather_than_wrong_ones(house: Services) -> None:
    confirmation = await confirmed(house, await a_plan(house), unknown_since=True)
    assert (confirmation.parts, confirmation.costs) == ((), 0)


async def test_what_is_booked_later_is_no_part_of_it(house: Services) -> None:
    plan = await a_plan(house)
    before = await confirmed(house, plan)
    async with house.database.transaction() as session:
        _book(session, EntryKind.COST, 30_000)
        _book(session, EntryKind.PAYMENT, -84_000)
    assert await confirmed(house, plan) == before


async def test_limitation_is_that_of_the_kind_of_claim(house: Services) -> None:
    # preskriptionslagen (1981:130) s. 2: 3 years against a consumer, 10 otherwise; s. 6: anew.
    confirmation = await confirmed(house, await a_plan(house, claim=ClaimKind.LOAN))
    assert confirmation.renewal == Renewal(years=10, longer=False)


async def test_the_moment_is_told_in_the_clients_zone(house: Services) -> None:
    confirmation = await confirmed(house, await a_plan(house))
    assert confirmation.agreed_at.isoformat(timespec="minutes") == "2026-11-25T10:00+01:00"


async def test_what_was_kept_with_the_plan_is_told_as_it_was_kept(house: Services) -> None:
    plan_id = await a_plan(house)
    async with house.database.transaction() as session:
        plan: Any = await get_plan(session, plan_id)
        plan.evidence = {
            "claim": {"parts": {"principal": 486_000, "fee": 17_000}},
            "offer": {
                "costs": {"fee": 1_000, "notices": 0, "interest": 0},
                "interest": "runs",
                "undo_until": "2026-12-09",
                "notices": [{"code": "limitation_longer", "years": 10}],
            },
            "shown": {"language": "fi", "lines": ["Sovitaanko näin?"]},
        }
        case = await get_case(session, "L-1")
        told = await confirmation_of(session, plan, case, house.clients.get("lind"))
    assert told.parts == (Part("principal", 486_000), Part("fee", 17_000))
    assert (told.costs, told.interest_stopped) == (1_000, False)
    assert told.undo_until == date(2026, 12, 9)
    assert told.renewal == Renewal(years=10, longer=True)
    assert told.words == Words("fi", ("Sovitaanko näin?",))


@pytest.mark.parametrize("kind", [OfferKind.PLAN, OfferKind.SETTLEMENT])
async def test_a_settlement_is_told_as_one(house: Services, kind: OfferKind) -> None:
    plan_id = await a_plan(house)
    async with house.database.transaction() as session:
        (await get_plan(session, plan_id)).kind = kind
    assert (await confirmed(house, plan_id)).settlement is (kind is OfferKind.SETTLEMENT)
