"""Hands the conversation to a person with all that was said and agreed."""

from typing import Any

from actions.case_api import Json
from actions.turn import Choice, Turn

REQUEST = "request_human"
UNCERTAIN = "uncertain"
#: A yes, and what the backend says by itself when a chat begins.
_SAYS_NOTHING = {"affirm", "open", "come_back"}
#: What a button wishes that says less than the words before it.
_LEADS_THERE = {REQUEST, "ask_privacy"}
#: How somebody leaves the queue; the backend takes these presses itself.
WAYS_OUT: list[Choice] = ["call_instead", "back_to_assistant"]
#: Stands in the parse of a text that was typed, and not in that of a button.
SURE = "sure"


async def hand_over(turn: Turn, reason: str, **handoff: Any) -> None:
    """Registers the handoff and tells who comes and when.

    `reason` is one of backend/handoff/reasons.yaml; `handoff` may add `kind`, `phone`.
    """
    answer = await turn.api.hand_over(
        turn.conversation,
        {"reason": reason, "wish": _wish(turn, reason), "facts": facts_of(turn), **handoff},
        key=f"{turn.key}:{reason}",
    )
    turn.remember(pending=None)
    turn.form_must_wait = answer["mode"] == "queue"
    card = {"type": "handoff", "reference": answer["reference"], "reason": reason}
    if answer["created"] and answer["promised_at"]:
        card["at"] = answer["promised_at"]
    if not answer["created"]:
        turn.say("handoff_already", card=card, reference=answer["reference"])
    elif answer["mode"] == "queue":
        # Also in the middle of a form: its question waits, and the ways out of the queue do not.
        given = {"reference": answer["reference"], **_standing(answer)}
        turn.say("handoff_queue", card=card, choices=WAYS_OUT, **given)
    else:
        turn.say(
            "handoff_noted" if answer["open"] else "handoff_promised",
            card=card,
            reference=answer["reference"],
            promised_at=answer["promised_at"],
        )


def _wish(turn: Turn, reason: str) -> str:
    """Where it is not sure what was agreed to, the words that left it open."""
    return turn.text if reason == UNCERTAIN else wish_of(turn)


def wish_of(turn: Turn) -> str:
    """What the person wrote; before a mere yes or number, and a button for a person, what led there."""
    if not _only_answers(turn.tracker.latest_message):
        return turn.text
    for event in reversed(turn.tracker.events):
        said = event.get("parse_data") or {}
        if event["event"] == "user" and event.get("text") and not _only_answers(said):
            return str(event["text"])
    return turn.text


def _only_answers(said: Json) -> bool:
    """Whether the message is a yes, a telephone number, or a button that leads to a person."""
    intent = (said.get("intent") or {}).get("name")
    values = {found["entity"] for found in said.get("entities") or ()}
    number = intent == "inform" and values == {"phone"}
    return intent in _SAYS_NOTHING or number or (intent in _LEADS_THERE and SURE not in said)


def _standing(answer: Json) -> Json:
    """The place in the queue and the wait, as far as the case system tells them."""
    if answer.get("place") is None:
        return {}
    return {name: answer.get(name) for name in ("place", "wait", "minutes", "closes")}


def facts_of(turn: Turn) -> dict[str, Any]:
    """What only the dialogue knows; the rest of a person's card the backend has itself."""
    understood = turn.tracker.latest_message
    return {
        "intent": turn.intent,
        "confidence": understood.get("intent", {}).get("confidence"),
        "doing": turn.active_loop,
        "asked": turn.slot("asked"),
        "plan_terms": turn.slot("plan_terms"),
        "plan_outcome": turn.slot("plan_outcome"),
        "pending": turn.slot("pending"),
        "client_rule": turn.client_rule,
        "plain": turn.slot("plain"),
        "wished": turn.slot("wished"),
        "known_phone": turn.value("phone") or turn.slot("known_phone"),
    }
