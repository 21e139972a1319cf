"""Another language, asked for in the middle."""

from actions.conversation.in_other_words import say_again
from actions.conversation.repeating import say_in_the_words_wished_for
from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class ChangeLanguage(DialogueAction):
    """Goes on in the language that was asked for, and says the last answer again in it."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_change_language"

    async def act(self, turn: Turn) -> None:
        """A language that is not named in the message is the one that it is written in.

        "In plain words" names the language that is spoken already, and wishes for no other.
        """
        named = turn.value("language")
        wanted = named or turn.tracker.latest_message.get("language")
        if wanted == turn.language and await say_in_the_words_wished_for(turn):
            return
        unknown = named is None and wanted == turn.language
        if unknown or wanted not in (await turn.client())["languages"]:
            turn.say("language_which")
            return
        turn.speak(language=wanted)
        await say_again(turn, lead="language_changed")
