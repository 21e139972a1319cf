"""A sound conversation, written out, in which tests plant a fault."""

from typing import Any

from tests.simulation.played import Played, Said, Turn

Json = dict[str, Any]

OWED = 486000
MONTHLY: list[Json] = [
    {"due": "2026-12-21", "amount": 121500},
    {"due": "2027-01-21", "amount": 121500},
    {"due": "2027-02-22", "amount": 121500},
    {"due": "2027-03-22", "amount": 121500},
]
BUTTONS = [{"title": "Yes, agree on this", "payload": "b_1"}]


def message(text: str, card: Json | None = None, buttons: list[Json] | None = None) -> Json:
    """A message of the assistant's."""
    return {"sender": "assistant", "text": text, "card": card, "buttons": buttons or []}


def plan_card(schedule: list[Json], *, status: str = "offered", **other: Any) -> Json:
    """A plan over all that is owed."""
    return {
        "type": "plan",
        "status": status,
        "kind": "plan",
        "instalment": schedule[0]["amount"],
        "instalments": len(schedule),
        "total": OWED,
        "currency": "SEK",
        "costs": {"fee": 0, "notices": 0, "interest": 0},
        "schedule": schedule,
        **other,
    }


def settled(schedule: list[Json] = MONTHLY) -> Played:
    """A debtor of the first client in Swedish kronor asks, is offered a plan, and says yes."""
    offered, agreed = plan_card(schedule), plan_card(schedule, status="agreed", id="p1")
    balance = {"type": "balance", "total": OWED, "parts": [{"kind": "principal", "amount": OWED}]}
    case = {
        "country": "SE",
        "status": "open",
        "due_date": "2026-08-13",
        "debtor": {"kind": "consumer"},
        "balance": {"total": OWED, "currency": "SEK"},
    }
    facts: Json = {"case": case, "plans": [], "offers": [], "deferrals": [], "holds": []}
    played = Played(0, "hurried", "en", "se-energi", "SE-1001-1", True, debtor_name="Tora")
    played.before = facts
    offer = {"total": OWED, "schedule": schedule}
    plan = {"id": "p1", "status": "agreed", "kind": "plan"}
    played.after = facts | {"offers": [offer], "plans": [plan], "handoffs": []}
    played.turns = [
        Turn(None, [message("Hello Tora. What would you like to do?")], language="en"),
        turn("how much", ["balance"], message("You owe 4\N{NO-BREAK SPACE}860,00 kr.", balance)),
        turn(
            "1215 a month",
            ["terms"],
            message("That works: 4 instalments of 1,215.00 kr.", offered),
            message("Shall we agree on that?", buttons=BUTTONS),
        ),
        turn("yes", ["yes"], message("It is agreed.", agreed)),
    ]
    return played


def turn(text: str, moves: list[str], *answer: Json) -> Turn:
    """A message and its answer."""
    return Turn(Said(text, tuple(moves)), list(answer), language="en")


def to_a_stranger(*answers: str) -> Played:
    """The same debtor, not identified, who asks what is owed."""
    played = settled()
    played.identified = False
    played.after = played.after | {"plans": []}
    played.turns = [turn("how much do I owe", ["balance"], message(text)) for text in answers]
    return played
