"""What is owed, what it is made of, and where the case stands."""

from actions.case_api import Json
from actions.plan.overdue import say_if_overdue
from actions.turn import Turn


async def ask_balance(turn: Turn) -> None:
    """The sum first, with what it is made of as a card."""
    case = await turn.case()
    balance = case["balance"]
    if balance["total"] <= 0:
        turn.say("nothing_owed")
        return
    card = {"type": "balance", **balance}
    turn.say("balance", card=card, total=_money(balance, "total"), creditor=case["creditor"])


async def ask_breakdown(turn: Turn) -> None:
    """Each part in words, and the card."""
    case = await turn.case()
    balance = case["balance"]
    parts = dict.fromkeys(("principal", "interest", "fee", "payment"), 0)
    for part in balance["parts"]:
        kind = "fee" if part["kind"] == "cost" else part["kind"]
        parts[kind] += abs(part["amount"])
    amounts: Json = {
        kind: {"amount": amount, "currency": balance["currency"]} for kind, amount in parts.items()
    }
    turn.say(
        "breakdown",
        card={"type": "balance", **balance},
        has_payments=parts["payment"] > 0,
        total=_money(balance, "total"),
        creditor=case["creditor"],
        **amounts,
    )


async def ask_fees(turn: Turn) -> None:
    """The fees in the case."""
    case = await turn.case()
    fees = _sum(case["balance"], {"fee", "cost"})
    turn.say("fees", fees=fees, has_fees=fees["amount"] > 0)


async def ask_interest(turn: Turn) -> None:
    """The interest in the case, and whether it goes on."""
    case = await turn.case()
    turn.say(
        "interest",
        interest=_sum(case["balance"], {"interest"}),
        rate=case["interest_rate"] or 0,
        running=bool(case["interest_running"]),
    )


async def ask_claim_origin(turn: Turn) -> None:
    """What it is for, from whom, since when."""
    case = await turn.case()
    turn.say(
        "claim_origin",
        creditor=case["creditor"],
        origin=case["origin"],
        invoice=case["invoice_number"],
        incurred_on=case["incurred_on"],
    )


async def ask_due_date(turn: Turn) -> None:
    """The due date, or the next instalment's."""
    case = await turn.case()
    plan = case["plan"]
    if say_if_overdue(turn, case):
        return
    if plan and plan["next"]:
        turn.say("due_next_instalment", due=plan["next"]["due"], amount=_of(plan["next"], plan))
    elif case["balance"]["total"] <= 0:
        turn.say("nothing_owed")
    else:
        turn.say("due_date", due=case["due_date"], total=_money(case["balance"], "total"))


async def ask_case_status(turn: Turn) -> None:
    """Where the case stands and what comes next."""
    case = await turn.case()
    turn.say(
        "case_status",
        status=case["status"],
        reference=case["reference"],
        held=bool(case["holds"]),
        total=_money(case["balance"], "total"),
    )


def _money(balance: Json, name: str) -> Json:
    return {"amount": balance[name], "currency": balance["currency"]}


def _of(part: Json, whole: Json) -> Json:
    return {"amount": part["amount"], "currency": whole["currency"]}


def _sum(balance: Json, kinds: set[str]) -> Json:
    amount = sum(part["amount"] for part in balance["parts"] if part["kind"] in kinds)
    return {"amount": amount, "currency": balance["currency"]}


TOPICS = {
    "ask_balance": ask_balance,
    "ask_breakdown": ask_breakdown,
    "ask_fees": ask_fees,
    "ask_interest": ask_interest,
    "ask_claim_origin": ask_claim_origin,
    "ask_due_date": ask_due_date,
    "ask_case_status": ask_case_status,
}
