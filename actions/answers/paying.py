"""Where and how to pay."""

from decimal import Decimal

from babel.numbers import get_currency_precision

from actions.answers.owed import later_day, owed_on
from actions.case_api import Json
from actions.plan.shown import payment_card, payment_values
from actions.turn import Turn


async def ask_how_to_pay(turn: Turn) -> None:
    """Account, reference and sum: of the part that was named, of a plan's next instalment, of all."""
    case = await turn.case()
    plan = case["plan"]
    if await _pay_part(turn, case):
        return
    if plan and plan["next"]:
        payment = await turn.api.payment(turn.case_reference, plan["next"]["amount"])
        turn.say("how_to_pay", card=payment_card(payment), **payment_values(payment))
        return
    await _pay_all(turn, "how_to_pay")


async def pay_now(turn: Turn) -> None:
    """The same for all of it, or for the part that was named."""
    if not await _pay_part(turn, await turn.case()):
        await _pay_all(turn, "pay_all")


async def _pay_part(turn: Turn, case: Json) -> bool:
    """Where to pay the part that was named; False where none was, or it is no mere part."""
    named, total = turn.value("amount"), case["balance"]["total"]
    if named is None or (total is not None and total <= 0):
        return False
    digits = get_currency_precision(case["currency"])
    amount = int(Decimal(str(named)).scaleb(digits))
    if total is not None and amount >= total:
        return False
    payment = await turn.api.payment(turn.case_reference, amount)
    turn.say("pay_part", card=payment_card(payment), **payment_values(payment))
    return True


async def _pay_all(turn: Turn, text: str) -> None:
    day = await later_day(turn)
    balance = await owed_on(turn, day)
    if balance is None:
        return
    if balance["total"] <= 0:
        turn.say("nothing_owed")
        return
    payment = await turn.api.payment(turn.case_reference, on=day)
    values = payment_values(payment)
    if day is not None:
        text, values["on"] = "pay_all_on", day
    turn.say(text, card=payment_card(payment), **values)


async def ask_einvoice(turn: Turn) -> None:
    """How the country's banks do it, and for whom identified: under which name to look for us."""
    turn.say("ask_einvoice", choices=[])
    payee = None
    if turn.slot("identified"):
        case = await turn.case()
        if (case["balance"]["total"] or 0) > 0:
            payee = (await turn.api.payment(turn.case_reference))["payee"]
    turn.say("einvoice_payee", known=payee is not None, payee=payee)


async def ask_identification(turn: Turn) -> None:
    """How to identify, how to get what that takes, and what to do when it does not work."""
    client = await turn.client()
    eid, found = client["help"]["eid"], client["help"].get("electronic_id")
    if turn.slot("identified"):
        turn.say("identification", eid=eid, known=True)
        return
    turn.say("identification", eid=eid, known=False, choices=[])
    if found:
        turn.say("identification_get", url=found["url"], choices=[])
    turn.say("identification_by_phone", phone=client["agency"]["phone"])


TOPICS = {
    "ask_how_to_pay": ask_how_to_pay,
    "pay_now": pay_now,
    "ask_einvoice": ask_einvoice,
    "ask_identification": ask_identification,
}
