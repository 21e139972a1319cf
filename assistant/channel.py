"""The one way into Rasa: the backend sends a turn and gets the whole answer in one JSON.

POST /webhooks/sovinto/turn, with `Authorization: Bearer <secret>`:

    {"conversation": id, "turn": id, "text": "...", "command": null | "/intent{...}",
     "context": {slot: value, ...}, "today": "YYYY-MM-DD"}

200: {"messages": [{"text", "buttons": [{"title", "payload"}], "card"}], "language": "sv",
      "understood": {"intent", "confidence", "language", "entities", "ranking", "acted", "wishes"},
      "doing": "plan_form", "waits_for": null | "identity"}
`acted` names each action of the turn with the policy that chose it: {"action", "policy"}.
Of two wishes in one message both are answered; `wishes` names them, the rest is of the last.
`waits_for` says what has to be there before the message can be answered; it may then come again.
The same turn again gives the same answer and does nothing. 503 when any part of the turn failed:
nothing of it is kept, and it may be asked for again.

POST /webhooks/sovinto/forget, with {"conversations": [id, ...]}: what is kept here of them is
removed; 200 {"removed": how many}, also when there is nothing of them.
"""

import hmac
import logging
import time
from http import HTTPStatus
from typing import Any, Awaitable, Callable, Dict, List, Mapping, Optional

import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.client_rules import TAKEN_FOR, ClientRules
from assistant.commands import read_command
from assistant.hardship import Hardship
from assistant.in_context import InContext
from assistant.rasa_patches.action_calls import failed_actions
from assistant.speaking import NOT_UNDERSTOOD, spoken_on, with_its_wish
from assistant.wishes import Parse, Wishes

logger = logging.getLogger(__name__)
lines = structlog.get_logger(__name__)

LONGEST_TEXT = 2000
#: The action that says that a message was not understood.
MISUNDERSTOOD = "action_misunderstood"
#: What is pending after an agreement: it is remembered for a second yes, and nothing is asked.
AGREED = "agreed"
#: Actions of Rasa's own that end a step and answer nothing.
SILENT = {"action_listen", "action_extract_slots"}


class TurnFailed(Exception):
    """A part of the turn failed; nothing of it may be kept."""


class TurnChannel(InputChannel):
    """Runs turns for the backend, which is the only caller."""

    def __init__(self, secret: str, slots: List[str]) -> None:
        self.secret = secret
        self.slots = slots
        self.wishes = Wishes.read()
        self.hardship = Hardship.read()
        self.in_context = InContext.read()
        self.client_rules = ClientRules.read()

    @classmethod
    def name(cls) -> str:
        return "sovinto"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> "TurnChannel":
        """`secret` and `slots`: the slots that the backend's context may set."""
        given = credentials or {}
        return cls(given["secret"], given["slots"])

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The route; Rasa's own message handler is not used, because it hides what failed."""
        routes = Blueprint("sovinto_turns")

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            given = request.headers.get("Authorization", "")
            if not hmac.compare_digest(given.encode(), f"Bearer {self.secret}".encode()):
                return response.json({"error": "the secret is missing or wrong"}, 401)
            body = request.json
            if not body or len(body["text"]) > LONGEST_TEXT:
                return response.json({"error": f"at most {LONGEST_TEXT} characters"}, 413)
            try:
                return response.json(await self.run_turn(request.app.ctx.agent, body))
            except Exception:  # whatever failed, the caller must know that the turn was not done
                logger.exception("turn %s failed", body.get("turn"))
                return response.json({"error": "the turn failed"}, HTTPStatus.SERVICE_UNAVAILABLE)

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            given = request.headers.get("Authorization", "")
            if not hmac.compare_digest(given.encode(), f"Bearer {self.secret}".encode()):
                return response.json({"error": "the secret is missing or wrong"}, 401)
            store = request.app.ctx.agent.tracker_store
            removed = await store.forget(request.json["conversations"])
            return response.json({"removed": removed})

        return routes

    async def run_turn(self, agent: Agent, body: Dict[str, Any]) -> Dict[str, Any]:
        """Does one turn, or gives the answer that it had before. Raises when it cannot be done."""
        conversation, turn = body["conversation"], body["turn"]
        processor, store = agent.processor, agent.tracker_store
        if processor is None:
            raise TurnFailed("there is no model")
        async with agent.lock_store.lock(conversation):
            given_before = await store.answer_given(conversation, turn)
            if given_before is not None:
                return dict(given_before)
            began = time.perf_counter()
            failed: List[str] = []
            failed_actions.set(failed)
            output = CollectingOutputChannel()
            tracker = await processor.fetch_tracker_and_update_session(conversation, output)
            message = self._message(body, tracker, output)
            self._set_context(tracker, body.get("context", {}), agent)
            seen = len(tracker.events)
            fitting = body.get("context", {}).get("hands_over") or []
            wishes = await self._wishes_of(message, tracker, processor)
            for wish in self.client_rules.taken(wishes, fitting):
                if _waits_for(list(tracker.events)[seen:]):
                    break  # the message comes again, whole
                before = tracker.latest_message.parse_data if tracker.latest_message else None
                await processor._handle_message_with_tracker(wish, tracker)
                self._follow_language(tracker, before or {}, agent)
                tracker = await processor.run_action_extract_slots(output, tracker)
                await processor._run_prediction_loop(output, tracker)
            if failed:
                raise TurnFailed(f"failed: {', '.join(failed)}")
            answer = _answer(tracker, list(tracker.events)[seen:])
            await store.save_turn(tracker, turn, answer)
            # What was written is nobody's business here; the turn's id leads to it in the backend.
            lines.info(
                "turn done",
                turn=turn,
                intent=answer["understood"]["intent"],
                milliseconds=round(1000 * (time.perf_counter() - began)),
            )
            return answer

    async def _wishes_of(
        self, message: UserMessage, tracker: DialogueStateTracker, processor: MessageProcessor
    ) -> List[UserMessage]:
        """The message, or its two wishes, read with the question in mind that waits for an answer."""
        if message.parse_data:
            return [message]
        pending, form = tracker.get_slot("pending") or {}, tracker.active_loop_name
        asked = bool(form or "again" in pending)

        async def read(part: str) -> Parse:
            metadata = {**message.metadata, "language": whole["language"]}
            alone = UserMessage(
                part, sender_id=message.sender_id, message_id=message.message_id, metadata=metadata
            )
            parse = await processor.parse_message(alone, tracker)
            return self.in_context.meant(dict(parse), pending, form)

        spoken = str(message.metadata["language"])
        whole = with_its_wish(dict(await processor.parse_message(message, tracker)), spoken)
        whole = self.in_context.meant(whole, pending, form)
        message.parse_data = whole
        wishes = await self.hardship.apart(message.text, whole, read)
        wishes = wishes or await self.wishes.two_in(message.text, whole, read, asked) or [whole]
        return [
            UserMessage(
                wish["text"],
                message.output_channel,
                message.sender_id,
                parse_data=self.hardship.noticed(wish),
                input_channel=message.input_channel,
                message_id=message.message_id,
                # What is asked of the person is asked once, after the last of them.
                metadata={**message.metadata, "more_follows": place < len(wishes)},
            )
            for place, wish in enumerate(wishes, start=1)
        ]

    def _message(
        self, body: Dict[str, Any], tracker: DialogueStateTracker, output: CollectingOutputChannel
    ) -> UserMessage:
        metadata = {
            "language": tracker.get_slot("language") or body.get("context", {}).get("language"),
            "languages": body.get("context", {}).get("languages"),
            "asked": tracker.get_slot("asked"),
            "today": body.get("today"),
            "greeting": body.get("context", {}).get("greeting"),
            "given_back": body.get("context", {}).get("given_back"),
        }
        parse_data = None
        text = body["text"]
        if body.get("command"):
            intent, entities = read_command(body["command"])
            parse_data = {
                "text": text,
                "intent": {"name": intent, "confidence": 1.0},
                "intent_ranking": [{"name": intent, "confidence": 1.0}],
                "entities": [{"entity": key, "value": value} for key, value in entities.items()],
                "language": metadata["language"],
            }
        else:
            # A typed slash is text, never a command; what looks like one agrees to nothing.
            metadata["typed_command"] = text.lstrip("\u200b\ufeff ").startswith("/")
            text = text.lstrip("/\u200b\ufeff ")
        return UserMessage(
            text,
            output,
            body["conversation"],
            parse_data=parse_data,
            input_channel=self.name(),
            message_id=body["turn"],
            metadata=metadata,
        )

    def _set_context(
        self, tracker: DialogueStateTracker, context: Dict[str, Any], agent: Agent
    ) -> None:
        for slot in self.slots:
            known = tracker.get_slot(slot)
            # The page's language is only a start; afterwards the conversation's own counts.
            settled = slot == "language" and known is not None
            if slot in context and context[slot] != known and not settled:
                tracker.update(SlotSet(slot, context[slot]), agent.domain)

    def _follow_language(
        self, tracker: DialogueStateTracker, before: Mapping[str, Any], agent: Agent
    ) -> None:
        parse = tracker.latest_message.parse_data or {}
        spoken = spoken_on(parse, before, tracker.get_slot("language"))
        if spoken:
            tracker.update(SlotSet("language", spoken), agent.domain)


def _answer(tracker: DialogueStateTracker, events: List[Any]) -> Dict[str, Any]:
    parse = tracker.latest_message.parse_data or {}
    said = [event for event in events if isinstance(event, BotUttered)]
    return {
        "messages": [_said(event) for event in said],
        "waits_for": _waits_for(events),
        "language": tracker.get_slot("language"),
        "doing": tracker.active_loop_name,
        "asks": _asks(tracker),
        "missed": any(getattr(event, "action_name", None) == MISUNDERSTOOD for event in events),
        "likeliest": next((name for name in _guesses(parse) if name != NOT_UNDERSTOOD), None),
        "understood": {
            "intent": _meant(parse),
            "confidence": parse.get("intent", {}).get("confidence"),
            "language": parse.get("language"),
            "entities": [
                {"entity": found["entity"], "value": found["value"]}
                for found in parse.get("entities", [])
            ],
            "ranking": [
                guess
                for guess in parse.get("intent_ranking", [])
                if guess["name"] != NOT_UNDERSTOOD
            ][:3],
            "wishes": [
                _meant(event.parse_data or {}) for event in events if isinstance(event, UserUttered)
            ],
            "acted": [
                {"action": event.action_name, "policy": event.policy}
                for event in events
                if isinstance(event, ActionExecuted) and event.action_name not in SILENT
            ],
        },
    }


def _meant(parse: Mapping[str, Any]) -> Optional[str]:
    """What the message meant, also where a person was got for it."""
    meant: Optional[str] = parse.get(TAKEN_FOR) or (parse.get("intent") or {}).get("name")
    return meant


def _asks(tracker: DialogueStateTracker) -> bool:
    about = (tracker.get_slot("pending") or {}).get("about", AGREED)
    return bool(tracker.active_loop_name) or about != AGREED


def _waits_for(events: List[Any]) -> Optional[str]:
    said = (event for event in events if isinstance(event, BotUttered))
    return next(filter(None, (_custom(event).get("waits_for") for event in said)), None)


def _guesses(parse: Dict[str, Any]) -> List[Optional[str]]:
    return [guess.get("name") for guess in parse.get("intent_ranking", [])]


def _said(event: BotUttered) -> Dict[str, Any]:
    data = event.data or {}
    return {
        "text": event.text or "",
        "buttons": data.get("buttons") or [],
        "card": _custom(event).get("card"),
    }


def _custom(event: BotUttered) -> Dict[str, Any]:
    return (event.data or {}).get("custom") or {}
