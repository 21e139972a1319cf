"""The last answer once more, or in plainer words, which may be kept on."""

from actions.answers import answer
from actions.conversation.in_other_words import say_again
from actions.dialogue_action import DialogueAction
from actions.turn import Turn

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
        """Where nothing was said yet, what it can do."""
        if not await say_in_the_words_wished_for(turn) and not await say_again(turn):
            await answer(turn, "help")


async def say_in_the_words_wished_for(turn: Turn) -> bool:
    """Says the last answer in plainer words, or in the usual ones; False where no wish is in it."""
    wishes = {found["value"] for found in turn.entities if found["entity"] == "plain"}
    if not wishes:
        return False
    if wishes == {_ONCE}:
        turn.manner["plain"] = True
        return await say_again(turn)
    plain = _OFF not in wishes
    turn.speak(plain=plain)
    await say_again(turn, lead="plain_on" if plain else "plain_off")
    return True
