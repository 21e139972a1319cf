"""What is owed, what it is made of, and where the case stands."""

from actions.answers.owed import balance_card, later_day, money, owed_on, owed_today
from actions.case_api import Json
from actions.plan.overdue import say_if_overdue
from actions.turn import Choice, Turn

#: People hear of fees and of payments; what a court took, and what was given up, are among them.
_SPOKEN_OF_AS = {"cost": "fee", "write_off": "payment"}


async def ask_balance(turn: Turn) -> None:
    """The sum first, today's or that of the day that was named, with what it is made of as a card."""
    case = await turn.case()
    day = await later_day(turn)
    balance = await owed_on(turn, day)
    if balance is None:
        return
    if balance["total"] <= 0:
        turn.say("nothing_owed")
        return
    values = {"total": money(balance, balance["total"]), "creditor": case["creditor"]}
    if day is not None:
        values["on"] = day
    turn.say("balance_on" if day else "balance", card=balance_card(balance), **values)


async def ask_breakdown(turn: Turn) -> None:
    """Each part in words, and the card; of a day that was named the sum, with its parts as a card."""
    if await later_day(turn) is not None:
        await ask_balance(turn)
        return
    case = await turn.case()
    balance = await owed_today(turn)
    parts = dict.fromkeys(("principal", "interest", "fee", "payment"), 0)
    for part in balance["parts"]:
        parts[_SPOKEN_OF_AS.get(part["kind"], part["kind"])] += abs(part["amount"])
    amounts: Json = {kind: money(balance, amount) for kind, amount in parts.items()}
    turn.say(
        "breakdown",
        card=balance_card(balance),
        has_payments=parts["payment"] > 0,
        total=money(balance, balance["total"]),
        creditor=case["creditor"],
        **amounts,
    )


async def ask_claim_origin(turn: Turn) -> None:
    """What it is for, from whom, since when."""
    say_origin(turn, await turn.case())


def say_origin(turn: Turn, case: Json, choices: list[Choice] | None = None) -> None:
    """Says it; `choices` replace its buttons."""
    turn.say(
        "claim_origin",
        choices=choices,
        creditor=case["creditor"],
        origin=case["origin"],
        invoice=case["invoice_number"],
        incurred_on=case["incurred_on"],
    )


async def ask_due_date(turn: Turn) -> None:
    """The due date as it is now, or the next instalment's; of a day that was named what is owed."""
    case = await turn.case()
    plan = case["plan"]
    if say_if_overdue(turn, case):
        return
    if plan and plan["next"]:
        amount = {"amount": plan["next"]["amount"], "currency": plan["currency"]}
        turn.say("due_next_instalment", due=plan["next"]["due"], amount=amount)
        return
    if await later_day(turn) is not None:
        await ask_balance(turn)
        return
    balance = await owed_today(turn)
    if balance["total"] <= 0:
        turn.say("nothing_owed")
        return
    due = case.get("deferred_until") or case["due_date"]
    passed = due < balance["on"]
    turn.say("due_date", due=due, passed=passed, total=money(balance, balance["total"]))


async def ask_case_status(turn: Turn) -> None:
    """Where the case stands and what comes next."""
    case = await turn.case()
    balance = await owed_today(turn)
    turn.say(
        "case_status",
        status=case["status"],
        reference=case["reference"],
        held=bool(case["holds"]),
        total=money(balance, balance["total"]),
    )


TOPICS = {
    "ask_balance": ask_balance,
    "ask_breakdown": ask_breakdown,
    "ask_claim_origin": ask_claim_origin,
    "ask_due_date": ask_due_date,
    "ask_case_status": ask_case_status,
}
