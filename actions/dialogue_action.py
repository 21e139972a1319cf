"""The shape of every action: guard, act, and go back to what was going on."""

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.case_api import CaseSystemAway
from actions.handing_over import hand_over
from actions.turn import NotIdentified, Turn


class DialogueAction(Action, ABC):
    """An action that answers a turn.

    A person who is not identified is told how to identify and nothing else. A case system that is
    away gives an honest sentence and a person. When a form is waiting for an answer, it takes up its
    question again after the action, whatever the action was about: a question in the middle so
    costs one rule, not one story for each pair of topics.
    """

    #: False for an action that is itself a step of a form, or that ends what is going on.
    resumes_form = True

    @abstractmethod
    async def act(self, turn: Turn) -> None:
        """Answers the turn."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Called by rasa-sdk."""
        turn = Turn(dispatcher, tracker)
        try:
            await self.act(turn)
        except NotIdentified:
            turn.say("identify_first")
        except CaseSystemAway:
            await say_that_the_case_system_is_away(turn)
        if self.resumes_form and self._form_waits(turn):
            turn.events.append(FollowupAction(turn.active_loop))
        return turn.events

    @staticmethod
    def _form_waits(turn: Turn) -> bool:
        left = any(event.get("event") == "active_loop" for event in turn.events)
        return bool(turn.active_loop) and not left and not turn.handed_over


async def say_that_the_case_system_is_away(turn: Turn) -> None:
    """Says so, and gets a person if at least the queue can be reached."""
    turn.events.clear()
    turn.say("case_system_away")
    if turn.active_loop:
        turn.leave_form()
    try:
        await hand_over(turn, "technical")
    except CaseSystemAway:
        turn.say("person_by_phone")
