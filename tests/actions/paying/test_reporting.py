"""Paid already: it is looked for, said back, held for, and a receipt can be sent."""

from typing import Any

import httpx
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.paying.reporting import ReportPayment
from backend.cases.models import Hold
from backend.services import Services
from backend.texts import known_languages
from tests.actions.conftest import CaseSystem, Said, tracker_of, written

SERVICE = {"Authorization": "Bearer demo"}
TODAY = "2026-11-21"


async def report(
    case: str = "SE-1001", language: str = "sv", channel: str = "web", **entities: Any
) -> Said:
    """What is said to a report of a payment."""
    tracker: Tracker = tracker_of(case, "report_payment_made", language, entities)
    tracker.slots |= {"channel": channel, "client": "se-energi"}
    dispatcher = CollectingDispatcher()
    await ReportPayment().run(dispatcher, tracker, {})
    return [(message["response"], message) for message in dispatcher.messages]


async def book(api: httpx.AsyncClient, amount: int, paid_on: str, case: str = "SE-1001") -> None:
    body = {"id": f"bank-{amount}-{paid_on}", "amount": amount, "paid_on": paid_on}
    answer = await api.post(f"/api/cases/{case}/payments", json=body, headers=SERVICE)
    assert answer.status_code == 200, answer.text


async def holds(services: Services) -> list[Hold]:
    async with services.database.transaction() as session:
        chosen = select(Hold).where(Hold.case_reference == "SE-1001").order_by(Hold.created_at)
        return list(await session.scalars(chosen))


async def test_the_case_rests_and_it_is_said_for_how_long_and_when_a_payment_shows(
    case_system: CaseSystem,
    services: Services,
) -> None:
    (first, message), (second, receipt) = await report()
    assert (first, second) == ("payment_reported", "payment_receipt")
    assert (message["until"], message["booked_by"]) == ("2026-12-05", "2026-11-25")
    assert not message["late"]
    said = written(message, "sv")
    assert "2 bankdagar" in said
    assert "senast onsdag 25 november" in said
    [hold] = await holds(services)
    assert (hold.reason, hold.note) == ("payment_reported", "?")
    assert "choices" not in receipt


async def test_what_was_said_is_said_back_in_every_language(case_system: CaseSystem) -> None:
    heard: list[dict[str, Any]] = [
        {"amount": 500},
        {"date": "2026-11-20"},
        {"amount": 500, "date": "2026-11-20"},
        {"date": "2026-12-01"},
        {"amount": 500, "date": "2026-12-01"},
        {"amount": 500, "date": "2026-11-02"},
    ]
    for entities in heard:
        (text, noted), *others = await report(**entities)
        assert text == "payment_noted"
        for language in known_languages():
            said = written(noted, language)
            assert ("500" in said) == ("amount" in entities)
            if "date" in entities:
                assert str(int(entities["date"][-2:])) in said
            for _, message in others:
                assert "{" not in written(message, language)


async def test_it_is_kept_with_the_hold(case_system: CaseSystem, services: Services) -> None:
    await report(amount=500, date="2026-11-20")
    [hold] = await holds(services)
    assert hold.note == "? [500.00 SEK, 2026-11-20]"


async def test_a_payment_that_should_be_here_is_told_to_be_missing(
    case_system: CaseSystem,
) -> None:
    _, (_, message), _ = await report(amount=500, date="2026-11-02")
    assert message["late"]
    assert "borde ha varit här onsdag 4 november" in written(message, "sv")


async def test_a_payment_of_the_days_to_come_shows_after_its_day(case_system: CaseSystem) -> None:
    _, (_, message), _ = await report(date="2026-12-01")
    assert (message["booked_by"], message["late"]) == ("2026-12-03", False)
    assert message["until"] == "2026-12-15"
    assert not message["checks"]


async def test_a_day_far_away_makes_the_rest_no_longer(case_system: CaseSystem) -> None:
    _, (_, message), _ = await report(date="2027-03-01")
    assert message["until"] == "2026-12-05"


async def test_saying_it_again_makes_the_rest_no_longer(
    case_system: CaseSystem,
    api: httpx.AsyncClient,
    services: Services,
) -> None:
    wish = {"reason": "payment_reported", "until": "2026-11-27"}
    await api.post("/api/cases/SE-1001/holds", json=wish, headers=SERVICE)
    (_, message), _ = await report()
    assert message["until"] == "2026-11-27"
    assert {hold.until.isoformat() for hold in await holds(services) if hold.until} == {
        "2026-11-27"
    }


async def test_a_payment_that_has_arrived_is_confirmed_and_nothing_rests(
    case_system: CaseSystem,
    api: httpx.AsyncClient,
    services: Services,
) -> None:
    await book(api, 50_000, "2026-11-19")
    ((text, message),) = await report(amount=500, date="2026-11-18")
    assert text == "payment_arrived"
    for language in known_languages():
        said = written(message, language)
        assert "500" in said
        assert "360" in said  # 4 360,00 is left
    assert await holds(services) == []


async def test_another_sum_than_the_one_that_came_is_on_its_way(
    case_system: CaseSystem, api: httpx.AsyncClient
) -> None:
    await book(api, 50_000, "2026-11-19")
    (text, _), *_ = await report(amount=700)
    assert text == "payment_noted"


async def test_the_same_sum_of_another_month_is_not_the_one(
    case_system: CaseSystem, api: httpx.AsyncClient
) -> None:
    await book(api, 50_000, "2026-10-19")
    (text, _), *_ = await report(amount=500)
    assert text == "payment_noted"


async def test_without_a_sum_or_day_the_latest_is_told_and_another_one_may_be_meant(
    case_system: CaseSystem, api: httpx.AsyncClient, services: Services
) -> None:
    await book(api, 50_000, "2026-11-19")
    ((text, _),) = await report()
    assert text == "payment_latest"
    assert await holds(services) == []
    (text, _), _ = await report(other="payment")
    assert text == "payment_reported"
    assert len(await holds(services)) == 1


async def test_where_no_file_can_be_sent_the_agencys_address_is_told(
    case_system: CaseSystem,
) -> None:
    *_, (text, message) = await report(channel="sms")
    assert (text, message["receipt"]) == ("payment_receipt", "mail")
    for language in known_languages():
        said = written(message, language)
        assert "post@bjorkhuset.example" in said
        assert "SE-1001" in said


async def test_what_is_paid_in_full_is_not_looked_for(case_system: CaseSystem) -> None:
    ((text, _),) = await report("SE-1004")
    assert text == "nothing_owed"
