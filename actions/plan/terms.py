"""The terms that a person wishes for, gathered over several messages.

Pure: entities in, terms for the case API out (money in minor units). A later word replaces an
earlier one about the same thing, so "no, 6 not 5" and "make it 600" are corrections, not additions.
"""

from typing import Any

from actions.money import minor

Terms = dict[str, Any]
Entity = dict[str, Any]

#: Whether the plan is to be over all of the debtor's cases: said once, it holds for what follows.
TOGETHER = "together"
#: How large and how long are two sides of one wish: the last one named counts.
SIZES = ("amount", "instalments", "duration_months", "end_date")
#: How many payments each rhythm of the case API makes in a year.
A_YEAR = {"weekly": 52, "fortnightly": 26, "monthly": 12}
USUAL = "monthly"


def merged(terms: Terms | None, entities: list[Entity], currency: str) -> Terms | None:
    """The terms with what the message adds or corrects; None when it says nothing about terms."""
    said = _said(entities, currency)
    if not said:
        return None
    kept = dict(terms or {})
    if any(name in said for name in SIZES):
        kept = {name: value for name, value in kept.items() if name not in SIZES}
    if "day_of_month" in said or "first_date" in said:
        kept = {k: v for k, v in kept.items() if k not in ("day_of_month", "first_date")}
    if "rhythm" in said and "amount" in kept:
        before = kept.get("rhythm", USUAL)
        kept["amount"] = at_another_pace(kept["amount"], before, said["rhythm"])
    return {**kept, **said}


def at_another_pace(amount: int, before: str, after: str) -> int:
    """The payment in the rhythm `after` that comes to the same in a year, rounded up."""
    return -(-amount * A_YEAR[before] // A_YEAR[after])


def lower(offer: dict[str, Any], terms: Terms | None = None) -> Terms:
    """Terms for a smaller instalment than the offer's: three quarters of it, else as wished."""
    kept = {name: value for name, value in (terms or {}).items() if name not in SIZES}
    return {**kept, "amount": offer["instalment"] * 3 // 4}


def _said(entities: list[Entity], currency: str) -> Terms:
    """What a message names. A button's amount is money, and alone makes the plan that it shows.

    The number on the button counts a smaller last payment and a larger first one among them.
    """
    said: Terms = {}
    pressed: Terms = {}
    for entity in entities:
        if entity.get("negated"):
            continue
        name, value = entity["entity"], entity["value"]
        if name == "amount" and isinstance(value, dict):
            pressed = {"amount": int(value["amount"])}
        elif name == "amount":
            bound = "down_payment" if entity.get("when") == "now" else "amount"
            said[bound] = minor(value, currency)
        elif name == "instalments":
            said["instalments"] = int(value)
        elif name == "duration":
            said["duration_months"] = int(value)
        elif name == "date":
            said["end_date" if entity.get("role") == "end" else "first_date"] = value
        elif name == "day_of_month":
            said["day_of_month"] = int(value)
        elif name == "rhythm":
            said["rhythm"] = value
        elif name == TOGETHER:
            said[TOGETHER] = value == "all"
    if pressed:
        said = {name: value for name, value in said.items() if name not in SIZES}
    return said | pressed
