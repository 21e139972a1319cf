"""Another language, asked for in the middle."""

from actions.conversation.repeating import say_again, say_in_the_words_wished_for
from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class ChangeLanguage(DialogueAction):
    """Goes on in the language that was asked for."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_change_language"

    async def act(self, turn: Turn) -> None:
        """A language that is not named in the message is the one that it is written in.

        "In plain words" names the language that is spoken already, and wishes for no other.
        """
        client = await turn.client()
        wanted = turn.value("language") or turn.tracker.latest_message.get("language")
        if wanted == turn.language and say_in_the_words_wished_for(turn):
            return
        if wanted not in client["languages"]:
            turn.say("language_which")
            return
        turn.speak(language=wanted)
        turn.say("language_changed")
        say_again(turn)
