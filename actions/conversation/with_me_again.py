"""After a person has given the conversation back: the assistant has it again, and how things stand."""

from actions.conversation.what_stands import say_what_stands
from actions.known_case import known_case
from actions.trouble.calm import is_calm, stay
from actions.turn import Turn

_TEXT = "with_me_again"


async def take_up_from_a_person(turn: Turn) -> bool:
    """Says so; False when no person had it, or the assistant has spoken since.

    The person may have changed everything that was talked about before, so the case tells where it
    goes on. A form that is open asks its question again after this.
    """
    if not turn.given_back:
        return False
    if turn.active_loop or is_calm(turn):
        turn.say(_TEXT, choices=[], known=True)
        stay(turn)
        return True
    case = await known_case(turn)
    turn.say(_TEXT, choices=None if case is None else [], known=case is not None)
    if case is not None:
        say_what_stands(turn, case)
    return True
