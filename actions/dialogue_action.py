"""The shape of every action: guard, act, and go back to what was going on."""

import time
from abc import ABC, abstractmethod
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.case_api import CaseSystemAway, Refused, SumNotKnown
from actions.handing_over import hand_over
from actions.noting import note_what_is_said_beside
from actions.standing import ask_again, stands
from actions.trouble.calm import waits
from actions.trouble.meeting import meet_hardship
from actions.turn import LISTEN, NotIdentified, Turn

log = structlog.get_logger(__name__)


class DialogueAction(Action, ABC):
    """An action that answers a turn.

    A person who is not identified is told how to identify and nothing else. A case system that is
    away, and a sum that nobody can state, give an honest sentence and a person. When a form is
    waiting for an answer, it takes up its question again after the action, whatever the action was
    about: a question in the middle so costs one rule, not one story for each pair of topics.
    """

    #: False for an action that is itself a step of a form.
    resumes_form = True
    #: False for an action that only thinks, as the validation of a form does.
    speaks = True
    #: True for an action after which a question that was asked before it still stands.
    keeps_pending = False
    #: True for an action that takes up money; after a word of despair it waits until asked again.
    about_money = False
    #: True for an action that answers in the middle: a question that stands is asked again after it.
    asks_again = False

    @abstractmethod
    async def act(self, turn: Turn) -> None:
        """Answers the turn."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Called by rasa-sdk."""
        began = time.perf_counter()
        turn = Turn(dispatcher, tracker)
        turn.form_asks_next = self.resumes_form and bool(turn.active_loop)
        standing = self.asks_again and stands(turn)
        if turn.slot("pending") and not (self.keeps_pending or standing):
            turn.remember(pending=None)  # a later yes must not mean a question long left
        turn.form_asks_next = turn.form_asks_next or standing
        try:
            meet_hardship(turn)
            if self.speaks:
                await note_what_is_said_beside(turn)
            if not (self.about_money and waits(turn)):
                await self.act(turn)
            if standing and not _is_settled(turn):
                ask_again(turn)
        except NotIdentified:
            turn.ask_to_identify()
        except CaseSystemAway:
            await say_that_the_case_system_is_away(turn)
        except SumNotKnown:
            await say_that_the_sum_is_not_known(turn)
        except Refused as refusal:
            # Nobody foresaw this no. A person sees to it: the message would be refused each time.
            log.error("refused", action=self.name(), turn=turn.message_id, kind=refusal.kind)
            await _say_and_hand_over(turn, "not_done", "technical")
        turn.keep_what_was_asked()
        if self.resumes_form and turn.active_loop:
            turn.events += self._what_comes_next(turn)
        milliseconds = round(1000 * (time.perf_counter() - began))
        log.info("action", action=self.name(), turn=turn.message_id, milliseconds=milliseconds)
        return turn.events

    @staticmethod
    def _what_comes_next(turn: Turn) -> list[EventType]:
        """The form's question, or silence; said outright, because Rasa would ask the form anyhow.

        Before a second wish of the same message there is silence too. After it the form looks at the
        next message as if it had asked by itself; Rasa would take it for one that is not meant for it.
        """
        if any(event.get("event") == "active_loop" for event in turn.events):
            return []
        if turn.form_must_wait or turn.more_follows:
            return [ActiveLoop(turn.active_loop), FollowupAction(LISTEN)]
        return [FollowupAction(turn.active_loop)]


def _is_settled(turn: Turn) -> bool:
    """Whether the action itself did away with the question that stood."""
    return any(event.get("name") == "pending" for event in turn.events)


async def say_that_the_case_system_is_away(turn: Turn) -> None:
    """Says so, and gets a person if at least the queue can be reached."""
    await _say_and_hand_over(turn, "case_system_away", "technical")


async def say_that_the_sum_is_not_known(turn: Turn) -> None:
    """Says why no sum is stated, and gets a person who works it out; it is never guessed."""
    await _say_and_hand_over(turn, "balance_unknown", "rate_unknown")


async def _say_and_hand_over(turn: Turn, text: str, reason: str) -> None:
    turn.events.clear()
    if turn.active_loop:
        turn.leave_form()
    turn.say(text, choices=[])
    try:
        await hand_over(turn, reason)
    except CaseSystemAway:
        turn.say("person_by_phone")
