"""The last answer once more, or in plainer words, which may be kept on."""

from actions.answers import answer
from actions.dialogue_action import DialogueAction
from actions.said import last_answer
from actions.turn import Turn

#: How many messages in a row are still easy to read.
_MOST = 3
#: A wish about the words of one answer only; the others hold from then on.
_ONCE = "once"
_OFF = "off"


class Repeat(DialogueAction):
    """Says the last answer again, more simply where that was asked for."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_repeat"

    async def act(self, turn: Turn) -> None:
        """The answer has the question in it that stands, so nothing is asked beside it."""
        if not say_in_the_words_wished_for(turn) and not say_again(turn):
            await answer(turn, "help")


def say_in_the_words_wished_for(turn: Turn) -> bool:
    """Says the last answer in plainer words, or in the usual ones; False where no wish is in it."""
    wishes = {found["value"] for found in turn.entities if found["entity"] == "plain"}
    if not wishes:
        return False
    if wishes == {_ONCE}:
        turn.manner["plain"] = True
        return say_again(turn)
    plain = _OFF not in wishes
    lead = "plain_on" if plain else "plain_off"
    if len(last_answer(turn.tracker.events)) < _MOST:
        turn.say(lead, choices=[])
    turn.speak(plain=plain)
    return say_again(turn) or bool(turn.events)


def say_again(turn: Turn) -> bool:
    """Says all of the last answer once more; False where there is none."""
    said = last_answer(turn.tracker.events)
    for one in said:
        turn.say_again(one)
    turn.form_must_wait = turn.form_must_wait or bool(said)
    return bool(said)
