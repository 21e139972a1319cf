"""A payment that was made already."""

from datetime import date, timedelta

from actions.answers.owed import money
from actions.case_api import Json
from actions.dialogue_action import DialogueAction
from actions.paying.arrived import find_arrived, latest_payment
from actions.paying.said import SaidPayment, said_payment
from actions.turn import Turn

REASON = "payment_reported"
#: The entity `other` of the button that says that it is not the payment that was found.
ANOTHER = "payment"
#: The channel in which a file can be sent.
PAGE = "web"


class ReportPayment(DialogueAction):
    """Looks for the payment; one that is on its way holds the case, and a receipt can be sent."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_report_payment"

    async def act(self, turn: Turn) -> None:
        """A payment that is booked already is simply confirmed."""
        case = await turn.case()
        total = case["balance"]["total"]
        if total is not None and total <= 0:
            turn.say("nothing_owed")
            return
        said = said_payment(turn, case["currency"], case["balance"]["on"])
        if turn.value("other") != ANOTHER and _say_if_arrived(turn, case, said):
            return
        held = await _hold(turn, case, said)
        if said.heard:
            turn.say("payment_noted", choices=[], **said.values(case["currency"]))
        await _say_how_long(turn, case, held, said)
        await _ask_for_receipt(turn)


def _say_if_arrived(turn: Turn, case: Json, said: SaidPayment) -> bool:
    """Whether it was said that the payment has arrived; False when there is none that fits."""
    balance = case["balance"]
    found = find_arrived(balance, said) if said.heard else latest_payment(balance)
    if found is None:
        return False
    values = {"amount": money(balance, found["amount"]), "paid_on": found["paid_on"]}
    total = balance["total"]
    if said.heard:
        turn.say(
            "payment_arrived",
            known=total is not None,
            total=money(balance, total or 0),
            **values,
        )
    else:
        turn.say("payment_latest", **values)
    return True


async def _hold(turn: Turn, case: Json, said: SaidPayment) -> Json:
    """Rests the case; saying it again does not make the rest longer."""
    before = [hold["until"] for hold in case["holds"] if hold["reason"] == REASON and hold["until"]]
    until = {"until": max(before)} if before else {}
    paid_on = said.paid_on or case["balance"]["on"]
    return await turn.api.hold(
        turn.case_reference,
        REASON,
        said.note(turn.text, case["currency"]),
        key=f"{turn.key}:paid",
        paid_on=paid_on,
        **until,
    )


async def _say_how_long(turn: Turn, case: Json, held: Json, said: SaidPayment) -> None:
    """Until when the case rests, and by when the payment shows. Another case system may not know."""
    client = await turn.client()
    days = client["payment_days"]
    today = case["balance"]["on"]
    shows = held.get("booked_by") or _days_later(today, days)
    turn.say(
        "payment_reported",
        choices=[],
        heard=bool(said.heard),
        late=shows < today,
        checks=bool(client.get("follows_up")) and not said.ahead,
        until=held["until"],
        days=days,
        booked_by=shows,
    )


def _days_later(today: str, days: int) -> str:
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat()


async def _ask_for_receipt(turn: Turn) -> None:
    """In the page it is sent right there; elsewhere the agency's address is told."""
    agency = (await turn.client())["agency"]
    email = agency.get("email")
    turn.say(
        "payment_receipt",
        receipt="here" if turn.slot("channel") == PAGE else "mail" if email else "phone",
        email=email,
        phone=agency["phone"],
        case=turn.case_reference,
    )
