"""The first words of a chat."""

from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class Welcome(DialogueAction):
    """Says who it is and that it is automated; more only to a person who is identified."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_welcome"

    async def act(self, turn: Turn) -> None:
        """The choices beside it differ, for nothing may hint at a case before that."""
        if turn.value("goes_on"):
            turn.say("identified_now")
        else:
            text = "welcome_identified" if turn.slot("identified") else "welcome"
            if turn.greeting:
                turn.say(text, greeting=turn.greeting, greeted="own")
            else:
                turn.say(text)
