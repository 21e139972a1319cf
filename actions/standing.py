"""A question that was asked outside a form, taken up again after a question in the middle."""

from typing import Any

from actions.case_api import Json
from actions.turn import Choice, Turn


def again(text: str, choices: list[Choice], **values: Any) -> Json:
    """What a pending question keeps, so that it can be asked once more in few words."""
    return {"again": {"text": text, "choices": choices, "values": values}}


def stands(turn: Turn) -> bool:
    """Whether such a question waits; the answer that comes before it brings no buttons then."""
    pending: Json = turn.slot("pending") or {}
    return "again" in pending and not pending.get("clears_up")


def ask_again(turn: Turn, text: str | None = None) -> None:
    """Asks it again, in the words of `text` where given, unless the answer has asked something else.

    Before a second wish of the same message it waits until that one is answered too.
    """
    if turn.form_must_wait or turn.more_follows:
        return
    pending: Json = turn.slot("pending")
    asked = pending["again"]
    values = {**asked["values"], "choices": asked["choices"]}
    if asked["choices"] is None:
        del values["choices"]  # then its usual buttons stand under it
    turn.ask_yes_or_no(text or asked["text"], pending, **values)
