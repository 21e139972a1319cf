"""After a word of despair money waits: nothing of it is begun unless it is asked for once more.

The slot `calm` is FIRST from then on, and ON when it was said that there is no hurry. While it is set
no button takes up money by itself (`about_money` in assistant/buttons.yml).
"""

from actions.turn import Choice, Turn

FIRST, ON = "first", "on"
#: Which button begins what was asked for after all.
_GO_ON = {
    "pay_now": "go_on_paying",
    "ask_how_to_pay": "go_on_paying",
    "request_deferral": "go_on_later",
    "request_plan": "go_on_plan",
    "propose_terms": "go_on_plan",
    "request_lower_amount": "go_on_plan",
}
#: Questions about money that are answered, with a calm word before the first of them.
_ASKS = "ask_"
_NOT_MONEY = {
    "ask_debt_advice",
    "ask_identification",
    "ask_if_bot",
    "ask_legitimacy",
    "ask_opening_hours",
    "ask_privacy",
}


def is_calm(turn: Turn) -> bool:
    """Whether the person has spoken of despair in this conversation."""
    return turn.slot("calm") is not None


def waits(turn: Turn) -> bool:
    """Says once that it is no hurry, with a button that begins it all the same; True when it waits."""
    if turn.slot("calm") != FIRST:
        return False
    turn.remember(calm=ON)
    go_on: list[Choice] = [_GO_ON[turn.intent]] if turn.intent in _GO_ON else []
    turn.say("calm_no_hurry", choices=["person", "ask_debt_advice", *go_on])
    return True


def begin_calmly(turn: Turn) -> None:
    """A calm word before the first answer about money."""
    asks_about_money = turn.intent.startswith(_ASKS) and turn.intent not in _NOT_MONEY
    if turn.slot("calm") == FIRST and asks_about_money:
        turn.remember(calm=ON)
        turn.say("calm_answer", choices=[])


def stay(turn: Turn) -> bool:
    """Says that somebody is here where nothing was asked; False when all is as usual."""
    if not is_calm(turn) or turn.active_loop:
        return False
    turn.say("calm_here", choices=["person"], **turn.slot("helplines"))
    return True
