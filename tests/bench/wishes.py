"""Wishes of the past, made up: as many as are asked for, the same ones each time."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from backend.plans import Jurisdiction

FIRST_DAY = date(2026, 1, 2)
DAYS = 300
#: Terms in minor units of a currency with two decimals; `{day}` are days after the wish.
_TERMS: list[dict[str, Any]] = [
    {},
    {"amount": 50000},
    {"amount": 40000, "day_of_month": 25},
    {"amount": 2000},
    {"instalments": 6},
    {"instalments": 40},
    {"duration_months": 12},
    {"instalments": 5, "first_date": 30},
    {"end_date": 200},
    {"down_payment": 100000, "amount": 50000},
    {"rhythm": "weekly", "amount": 15000},
]


def wishes(count: int, country: Jurisdiction, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Each as {kind, terms, asked_on, claim}, the claim as it is stored with a wish.

    A third of the claims bear interest, at a rate that was agreed.
    """
    chance = Random(seed)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        terms = {name: _value(name, value, day) for name, value in chance.choice(_TERMS).items()}
        yield {
            "kind": "plan",
            "terms": terms,
            "asked_on": day,
            "claim": _claim(chance, country, bears_interest=number % 3 == 0),
        }


def _value(name: str, value: Any, day: date) -> Any:
    return (day + timedelta(days=value)).isoformat() if name.endswith("_date") else value


def _claim(chance: Random, country: Jurisdiction, *, bears_interest: bool) -> dict[str, Any]:
    principal = chance.randrange(50_000, 5_000_000)
    interest, fee = chance.randrange(0, principal // 10), chance.choice([0, 6000, 24000])
    return {
        "balance": principal + interest + fee,
        "currency": country.currency,
        "debtor": "business" if chance.random() < 0.05 else "consumer",
        "stops": ["disputed"] if chance.random() < 0.02 else [],
        "broken_plans": 1 if chance.random() < 0.1 else 0,
        "standing": "open",
        "age_days": chance.randrange(20, 900),
        "parts": {
            "principal": principal,
            "interest": interest,
            "fee": fee,
            "cost": 0,
            "paid_first": ["cost", "fee", "interest", "principal"],
        },
        "interest": {"basis": "agreed", "rate": 12.0} if bears_interest else None,
        "lawful_fees": {"plan": 17000, "notice": 0},
    }
