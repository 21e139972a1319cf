"""The action behind every question."""

from actions.answers.topics import answer
from actions.dialogue_action import DialogueAction
from actions.standing import ask_again, stands
from actions.turn import Turn


class AnswerQuestion(DialogueAction):
    """Answers the intent's topic; what was asked before takes up its question again afterwards."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer"

    async def act(self, turn: Turn) -> None:
        """One topic, one function. A question that cannot be asked again no longer stands."""
        standing = stands(turn)
        if standing:
            turn.form_asks_next = True
        elif turn.slot("pending"):
            turn.remember(pending=None)
        await answer(turn, turn.intent)
        if standing:
            ask_again(turn)
