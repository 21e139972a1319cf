"""The values in a message that was not understood, for the buttons that may say what it meant."""

from typing import Any

from actions.money import minor
from actions.turn import Turn


async def named_values(turn: Turn) -> dict[str, Any]:
    """`named`: the values that a button carries on, and the placeholders of its title.

    Only to a person who is identified: the currency is the case's, and a stranger sees no such button.
    """
    if not turn.slot("identified") or not turn.slot("case"):
        return {}
    named: dict[str, Any] = {}
    titles: dict[str, Any] = {}
    amount, day = turn.value("amount"), turn.value("date")
    if amount is not None:
        currency = (await turn.case())["currency"]
        named["amount"] = amount
        titles["named_amount"] = {"amount": minor(amount, currency), "currency": currency}
    if day is not None:
        named["date"] = titles["named_date"] = day
    return {"named": named, **titles} if named else {}
