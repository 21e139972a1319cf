"""The action behind every question."""

from actions.answers.topics import answer
from actions.dialogue_action import DialogueAction
from actions.trouble.calm import begin_calmly, waits
from actions.turn import Turn

#: What leads to paying at once; after a word of despair it waits, as a plan does.
_PAYING = {"pay_now", "ask_how_to_pay"}


class AnswerQuestion(DialogueAction):
    """Answers the intent's topic; what was asked before takes up its question again afterwards."""

    asks_again = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer"

    async def act(self, turn: Turn) -> None:
        """One topic, one function. A question that cannot be asked again no longer stands."""
        if turn.intent in _PAYING and waits(turn):
            return
        begin_calmly(turn)
        await answer(turn, turn.intent)
