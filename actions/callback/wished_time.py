"""When somebody wants to be called: a button's time, or a day and a time of day that were written."""

import re
from datetime import date
from typing import Any

from actions.case_api import Json
from actions.turn import Turn

#: What a time on a button is carried as.
PICKED = "until"
_ASKS = "request_callback"
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")


def wished_time(turn: Turn) -> Json:
    """As a handoff takes it: `at`, or `on` and `clock`; empty where no time was named.

    The time may have been said with the wish, before the number was asked for.
    """
    picked = turn.value(PICKED)
    if picked:
        return {"at": picked}
    return _named(turn.text, turn.entities) or _named(*_the_wish(turn))


def _the_wish(turn: Turn) -> tuple[str, list[Json]]:
    """The message with which the call was asked for, as far as it is another than this one."""
    for event in reversed(turn.tracker.events):
        if event.get("event") != "user":
            continue
        said: Json = event.get("parse_data") or {}
        if (said.get("intent") or {}).get("name") == _ASKS:
            return str(event.get("text") or ""), list(said.get("entities") or [])
    return "", []


def _named(text: str, entities: list[Json]) -> Json:
    days: list[Any] = [one["value"] for one in entities if one["entity"] == "date"]
    found: Json = {}
    if days and _is_day(days[0]):
        found["on"] = days[0]
    clock = _CLOCK.search(text)
    if clock is not None:
        found["clock"] = f"{int(clock[1]):02}:{clock[2]}"
    return found


def _is_day(written: Any) -> bool:
    try:
        date.fromisoformat(str(written))
    except ValueError:
        return False
    return True
