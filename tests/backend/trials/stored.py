"""Wishes as they are stored, and rules to try on them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from backend.agreements.models import OfferKind
from backend.agreements.replaying import StoredWish
from backend.plans import PlanRules, jurisdiction

SE = jurisdiction("SE")
DAY = date(2026, 11, 20)
CLAIM = {
    "balance": 486000,
    "currency": "SEK",
    "debtor": "consumer",
    "stops": [],
    "broken_plans": 0,
    "standing": "open",
    "age_days": 120,
    "parts": {
        "principal": 400000,
        "interest": 50000,
        "fee": 36000,
        "cost": 0,
        "paid_first": ["cost", "fee", "interest", "principal"],
    },
    "interest": None,
    "lawful_fees": {"plan": 17000, "notice": 0},
}
RUNNING = {
    "instalment": 50000,
    "rhythm": "monthly",
    "pay_day": 25,
    "unpaid": [
        {"due": "2026-11-25", "amount": 50000},
        {"due": "2026-12-28", "amount": 50000},
    ],
    "paid": 3,
    "pauses": [],
    "changes": 0,
}
BAND: dict[str, Any] = {
    "when": {"balance": {"up_to": 60000}},
    "instalment": {"at_least": 300},
    "instalments": {"at_most": 12},
    "first_payment": {"within_days": 35},
}


def wish(kind: str = "plan", running: Any = None, claim: Any = None, **terms: Any) -> StoredWish:
    """A wish of the day DAY."""
    return StoredWish("SE-1001", OfferKind(kind), terms, DAY, {**CLAIM, **(claim or {})}, running)


def rules(*bands: dict[str, Any], **changes: Any) -> PlanRules:
    """Rules of these bands, or of BAND with what is changed."""
    return PlanRules.read(bands or ({**BAND, **changes},), SE)


@st.composite
def wishes(draw: st.DrawFn) -> StoredWish:
    """Any wish for a plan or a settlement."""
    amounts = st.integers(100, 3_000_000)
    kind = draw(st.sampled_from(["plan", "settlement"]))
    later = st.dates(date(2026, 6, 1), date(2028, 6, 1)).map(date.isoformat)
    numbers = st.integers(1, 60)
    named: dict[str, st.SearchStrategy[Any]] = (
        {"amount": amounts, "by": later}
        if kind == "settlement"
        else {
            "amount": amounts,
            "instalments": numbers,
            "duration_months": numbers,
            "end_date": later,
            "first_date": later,
            "day_of_month": st.integers(1, 31),
            "rhythm": st.sampled_from(["monthly", "weekly", "daily"]),
            "down_payment": amounts,
        }
    )
    terms = draw(st.fixed_dictionaries({}, optional=named))
    balance = draw(st.integers(100, 7_000_000))
    parts = {**CLAIM["parts"], "principal": balance, "interest": 0, "fee": 0}
    claim = {
        **CLAIM,
        "balance": balance,
        "parts": parts,
        "debtor": draw(st.sampled_from(["consumer", "business"])),
        "age_days": draw(st.integers(0, 900)),
        "broken_plans": draw(st.integers(0, 2)),
        "stops": draw(st.sampled_from([[], [], ["disputed"]])),
        "interest": draw(st.sampled_from([None, {"basis": "agreed", "rate": 12.5}])),
    }
    return StoredWish("SE-1", OfferKind(kind), terms, DAY, claim)
