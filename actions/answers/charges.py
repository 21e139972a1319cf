"""The fees and the interest of a case: each fee with the law's ceiling, and how interest is counted."""

from actions.answers.owed import money, owed_today
from actions.case_api import Json
from actions.turn import Turn

#: How many messages in a row are still easy to read.
_LINES = 3
#: How many fees are told one by one.
_FEES = 5


async def ask_fees(turn: Turn) -> None:
    """Each fee with what the law allows for it; where there are many, their sum and the newest."""
    balance = (await turn.case())["balance"]
    fees = balance["fees"]
    if not fees:
        turn.say("fees", has_fees=False, fees=money(balance, 0))
        return
    shown = fees
    if len(fees) > _FEES:
        total = sum(fee["amount"] for fee in fees)
        turn.say("fees", has_fees=True, fees=money(balance, total), choices=[])
        shown = fees[-(_LINES - 1) :]
    for place, fee in enumerate(shown, start=1):
        values = fee_values(fee, balance)
        if place < len(shown):
            values["choices"] = []  # buttons only under the last
        turn.say("fee_line", **values)


def fee_values(fee: Json, balance: Json) -> Json:
    """Placeholders of the text about one fee."""
    most = fee["ceiling"] and fee["ceiling"]["amount"]
    known = "unknown"
    if most is not None:
        known = "known" if fee["amount"] <= most else "before_vat"
    return {
        "name": fee["text"],
        "booked_on": fee["booked_on"],
        "amount": money(balance, fee["amount"]),
        "ceiling": known,
        "most": money(balance, most or 0),
    }


async def ask_interest(turn: Turn) -> None:
    """The interest so far, for which days, whether it goes on, and how it is counted."""
    balance = await owed_today(turn)
    amount = sum(part["amount"] for part in balance["parts"] if part["kind"] == "interest")
    segments = balance["interest"]["segments"]
    booked = balance["interest"].get("booked") or []
    rates = {segment["rate"] for segment in segments}
    told: Json = {"days": "unknown"}
    lines = [("interest_booked", booked_values(one, balance)) for one in booked]
    if len(booked) == 1 and not segments:
        told, lines = booked_values(booked[0], balance), []
    lines += [("interest_segment", segment_values(segment, balance)) for segment in segments]
    lines = lines[-(_LINES - 1) :]
    values: Json = {**told, "choices": []} if lines else told
    turn.say(
        "interest",
        interest=money(balance, amount),
        running=bool(segments),
        rates="one" if len(rates) == 1 else "several",
        rate=segments[-1]["rate"] if segments else 0,
        **values,
    )
    for place, (text, line) in enumerate(lines, start=1):
        more: Json = {"choices": []} if place < len(lines) else {}
        turn.say(text, **line, **more)


def booked_values(booked: Json, balance: Json) -> Json:
    """Placeholders of the texts about interest that was booked."""
    first = booked["from"]
    return {
        "days": "last" if first is None else "known",
        "first": first or booked["to"],
        "last": booked["to"],
        "amount": money(balance, booked["amount"]),
    }


def segment_values(segment: Json, balance: Json) -> Json:
    """Placeholders of the text about days with one rate."""
    return {
        "first": segment["from"],
        "last": segment["to"],
        "days": segment["days"],
        "rate": segment["rate"],
        "principal": money(balance, segment["principal"]),
    }


TOPICS = {"ask_fees": ask_fees, "ask_interest": ask_interest}
