"""What a debtor is told about an offer of a person, in each language and for each kind."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from backend.agreements.schemas import ComparedFacts, CostFacts, Notice, OfferFacts, PaymentFacts
from backend.clients import Client, ClientBook
from backend.staff.granting.saying import Voice, granting_texts
from backend.staff.granting.schemas import GrantOffer
from tests.backend.conversations.fixtures import CLIENTS

LANGUAGES = sorted(granting_texts())
PAYMENTS = [
    PaymentFacts(due=date(2026, 12, 28), amount=100_000),
    PaymentFacts(due=date(2027, 1, 28), amount=20_000),
    PaymentFacts(due=date(2027, 2, 28), amount=15_000),
]


@pytest.fixture(scope="module")
def client() -> Client:
    found = ClientBook.read(CLIENTS).get("lind")
    return found.model_copy(update={"languages": tuple(LANGUAGES)})


def an_offer(kind: str = "plan", **more: Any) -> OfferFacts:
    given: dict[str, Any] = {
        "id": "o-1",
        "kind": kind,
        "instalment": 20_000,
        "instalments": len(more.get("schedule", PAYMENTS)),
        "total": 135_000,
        "currency": "SEK",
        "schedule": PAYMENTS,
        "first_due": PAYMENTS[0].due,
        "last_amount": PAYMENTS[-1].amount,
        "expires_at": datetime(2026, 11, 26, tzinfo=UTC),
        "balance": 130_000,
        "compared": ComparedFacts(
            today=130_000, plan=135_000, waiting=None, waiting_until=date(2027, 2, 28)
        ),
    }
    return OfferFacts(**given | more)


def said(client: Client, language: str, offer: OfferFacts) -> str:
    return " ".join(Voice(client, language).offer(offer)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rhythm", ["monthly", "fortnightly", "weekly"])
@pytest.mark.parametrize("kind", ["plan", "change"])
def test_a_plan_says_each_time_the_first_the_last_and_all(
    client: Client, kind: str, rhythm: str, language: str
) -> None:
    words = said(client, language, an_offer(kind, rhythm=rhythm))
    for sum in ("200,00", "1 000,00", "150,00", "1 350,00"):
        assert sum in words.replace("1.", "1 "), (sum, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_costs_and_what_paying_today_costs_is_said(client: Client, language: str) -> None:
    costs = CostFacts(fee=3_000, notices=1_000, interest=1_000)
    words = said(client, language, an_offer(costs=costs)).replace("1.", "1 ")
    assert "50,00" in words
    assert "1 300,00" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["plan", "change"])
def test_a_plan_of_one_payment_says_so(client: Client, kind: str, language: str) -> None:
    once = an_offer(kind, schedule=PAYMENTS[:1], total=100_000)
    assert "1 000,00" in said(client, language, once).replace("1.", "1 ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_settlement_says_what_falls_away(client: Client, language: str) -> None:
    offer = an_offer("settlement", schedule=PAYMENTS[:1], total=100_000, forgiven=35_000)
    words = said(client, language, offer).replace("1.", "1 ")
    assert "1 000,00" in words
    assert "350,00" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skipped", [1, 2])
def test_a_pause_says_how_many_and_what_comes_next(
    client: Client, skipped: int, language: str
) -> None:
    days = [date(2026, 12, day + 1) for day in range(skipped)]
    words = said(client, language, an_offer("pause", skipped=days))
    assert str(skipped) in words
    assert "150,00" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_holds_and_what_a_yes_does_stands_before_the_question(
    client: Client, language: str
) -> None:
    notice = Notice(
        code="limitation_renewed", years=10, until=date(2036, 11, 25), text="Then anew."
    )
    plain = Voice(client, language).offer(an_offer())
    more = Voice(client, language).offer(
        an_offer(
            interest="frozen",
            ends_after_days=14,
            undo_until=date(2026, 12, 9),
            notices=[notice],
        )
    )
    assert len(more) == len(plain) + 4
    assert more[-2:] == ["Then anew.", plain[-1]]
    assert "14" in " ".join(more)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["plan", "deferral"])
def test_that_it_is_agreed_is_said_with_the_next_day(
    client: Client, kind: str, language: str
) -> None:
    told = an_offer().model_dump(include=set(GrantOffer.model_fields))
    offer = GrantOffer(**told | {"kind": kind})
    voice = Voice(client, language)
    text = voice.agreed(offer, "1001")
    assert "28" in text
    assert ("1001" in text) is (kind == "plan")
    notice = Notice(code="limitation_renewed", years=3, until=date(2029, 11, 21))
    first, what_a_yes_does, _ = voice.deferral(offer, [notice])
    assert ("28" in first, "2029" in what_a_yes_does) == (True, True)
