"""What is owed, today or on a day that was asked for; a sum that is not known is never stated."""

from actions.case_api import Json, SumNotKnown
from actions.turn import Turn


async def owed_today(turn: Turn) -> Json:
    """The balance as it is now. Raises SumNotKnown, which brings a person."""
    case = await turn.case()
    balance: Json = case["balance"]
    if balance["total"] is None:
        raise SumNotKnown
    return balance


async def later_day(turn: Turn) -> str | None:
    """The day after today that the message names: "what is it if I pay on Friday?"."""
    case = await turn.case()
    day = turn.value("date")
    return day if isinstance(day, str) and day > case["balance"]["on"] else None


async def owed_on(turn: Turn, day: str | None) -> Json | None:
    """The balance of the day, today without one; None when it was said that nobody knows it.

    What is owed today can be stated then, and is said with it. Raises SumNotKnown when that is not
    known either.
    """
    today = await owed_today(turn)
    if day is None:
        return today
    balance = await turn.api.balance(turn.case_reference, day)
    if balance["total"] is None:
        turn.say("balance_unknown_on", on=day, total=money(today, today["total"]))
        return None
    return balance


def money(balance: Json, amount: int) -> Json:
    """An amount in the balance's currency, as texts take it."""
    return {"amount": amount, "currency": balance["currency"]}


def balance_card(balance: Json) -> Json:
    """The balance card of docs/http.md."""
    kept = ("total", "currency", "parts")
    return {"type": "balance", **{name: balance[name] for name in kept}}
