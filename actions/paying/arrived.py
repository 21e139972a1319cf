"""Looks for a payment that was spoken of among those that are booked."""

from datetime import date

from actions.case_api import Json
from actions.paying.said import SaidPayment

#: A transfer is often dated a few days after it was ordered.
DAYS_APART = 5
#: A payment that was booked so lately is likely the one that is asked about.
LATELY = 10


def find_arrived(balance: Json, said: SaidPayment) -> Json | None:
    """The newest booked payment that has all that was said of it; None when none has."""
    return next((paid for paid in _newest_first(balance) if _fits(paid, said, balance)), None)


def latest_payment(balance: Json) -> Json | None:
    """The newest payment, where it was made lately."""
    newest = next(iter(_newest_first(balance)), None)
    lately = newest and _days(newest["paid_on"], balance["on"]) <= LATELY
    return newest if lately else None


def _newest_first(balance: Json) -> list[Json]:
    """Another case system may leave the payments out."""
    return sorted(
        balance.get("payments") or [], key=lambda paid: str(paid["paid_on"]), reverse=True
    )


def _fits(paid: Json, said: SaidPayment, balance: Json) -> bool:
    if said.amount is not None and paid["amount"] != said.amount:
        return False
    if said.paid_on is None:  # the same sum of another month is another instalment
        return _days(paid["paid_on"], balance["on"]) <= LATELY
    return _days(paid["paid_on"], said.paid_on) <= DAYS_APART


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
