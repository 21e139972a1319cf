"""The action behind every question."""

from actions.answers.topics import answer
from actions.dialogue_action import DialogueAction
from actions.turn import Turn


class AnswerQuestion(DialogueAction):
    """Answers the intent's topic; a form that waits takes up its question again afterwards."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer"

    async def act(self, turn: Turn) -> None:
        """One topic, one function."""
        await answer(turn, turn.intent)
