"""The last answer once more, or in plainer words, which may be kept on."""

from actions.answers import answer
from actions.conversation.in_a_row import times_in_a_row
from actions.conversation.in_other_words import say_again
from actions.conversation.offering_a_person import offer_a_person
from actions.conversation.with_me_again import take_up_from_a_person
from actions.dialogue_action import DialogueAction
from actions.said import ended_so
from actions.standing import stands
from actions.turn import Turn

#: A wish about the words of one answer only; the others hold from then on.
_ONCE = "once"
_OFF = "off"
REPEAT = "action_repeat"
#: Other words, plain words, a person.
_WAYS = 3


class Repeat(DialogueAction):
    """Says the last answer again, more simply where that was asked for."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return REPEAT

    async def act(self, turn: Turn) -> None:
        """In other words first, then in plain ones, then by a person: more of the same helps nobody.

        Nor does the same question a third time. Where nothing was said yet, what it can do.
        """
        if await take_up_from_a_person(turn):
            return
        asked = (times_in_a_row(turn, REPEAT) - 1) % _WAYS + 1
        spent = asked == _WAYS or (asked > 1 and turn.slot("plain"))
        if turn.active_loop or stands(turn):
            spent = spent or ended_so(turn.tracker.events) % _WAYS == _WAYS - 1
        if spent and not _wants_another_manner(turn):
            await offer_a_person(turn)
            return
        if asked > 1:
            turn.manner["plain"] = True
        if not await say_in_the_words_wished_for(turn) and not await say_again(turn):
            await answer(turn, "help")


async def say_in_the_words_wished_for(turn: Turn) -> bool:
    """Says the last answer in plainer words, or in the usual ones; False where no wish is in it."""
    wishes = _wishes(turn)
    if not wishes:
        return False
    if wishes == {_ONCE}:
        turn.manner["plain"] = True
        return await say_again(turn)
    plain = _OFF not in wishes
    turn.speak(plain=plain)
    await say_again(turn, lead="plain_on" if plain else "plain_off")
    return True


def _wants_another_manner(turn: Turn) -> bool:
    """Whether it is to be said from now on as it was not said until now."""
    kept = _wishes(turn) - {_ONCE}
    return bool(kept) and (_OFF not in kept) != bool(turn.slot("plain"))


def _wishes(turn: Turn) -> set[str]:
    return {found["value"] for found in turn.entities if found["entity"] == "plain"}
