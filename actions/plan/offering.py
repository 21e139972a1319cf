"""An offer that is made outside `plan_form`: told, and asked about with a question of its own."""

from actions.case_api import Json
from actions.plan.asking import accept_choice
from actions.plan.shown import offer_card, offer_values, reasons_in_words
from actions.standing import again
from actions.turn import Choice, Turn

#: Of an offer's values those that are told when it is asked about again, or what it costs.
_TOLD_AGAIN = ("first_amount", "first_due", "total", "adds", "added", "today", "drops")


def ask_about(
    turn: Turn,
    outcome: Json,
    text: str,
    choices: list[Choice],
    handoff: str,
    amend: Json,
    **values: object,
) -> None:
    """Says the nearest offer in the words of `text` and asks for a yes.

    A counter-offer has its reason first. A referral has its reason too, and a yes to it gets a person
    for the reason `handoff`. After a question in the middle it is asked again in the words of
    `text`_back. `amend` says which values in the answer correct it (assistant/in_context.py).
    """
    if outcome["outcome"] == "referral":
        refer(turn, outcome, handoff)
        return
    offer = outcome["offers"][0]
    told = {**offer_values(offer), **values}
    if outcome["outcome"] == "counter":
        turn.say("plan_reason", choices=[], reason=reasons_in_words(outcome))
    turn.say(text, card=offer_card(offer, "offered"), choices=[], **told)
    choices = [accept_choice(offer), *choices]
    standing = again(f"{text}_back", choices, **{name: told[name] for name in _TOLD_AGAIN})
    turn.remember(asked="decision")
    pending = {"about": "offer", "offer": offer["id"], "amend": amend, **standing}
    turn.ask_yes_or_no("plan_question", pending, choices=choices, again=True, **told)


def refer(turn: Turn, outcome: Json, handoff: str) -> None:
    """Says why only a person can decide, and asks whether to get one."""
    pending = {"about": "handoff", "reason": handoff}
    turn.ask_yes_or_no("plan_referral", pending, reason=reasons_in_words(outcome))
