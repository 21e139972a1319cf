"""What the assistant made of a message, as lines: understood, runners-up, values, what acted."""

from collections.abc import Iterator
from typing import Any

from backend.rehearsal.acting import Ways


def inspected(understood: dict[str, Any], ways: Ways) -> Iterator[str]:
    """The lines of the inspector."""
    intent = understood.get("intent")
    guesses = [
        f"{guess['name']} {_percent(guess.get('confidence'))}"
        for guess in understood.get("ranking") or []
        if guess.get("name") != intent
    ]
    yield f"understood  {intent} {_percent(understood.get('confidence'))}"
    if guesses:
        yield f"else        {', '.join(guesses)}"
    values = [f"{found['entity']} {found['value']}" for found in understood.get("entities") or []]
    if values:
        yield f"values      {', '.join(values)}"
    if understood.get("language"):
        yield f"language    {understood['language']}"
    before: str | None = None
    for acted in understood.get("acted") or []:
        yield f"acted       {acted['action']}  {ways.behind(intent, acted, before)}"
        before = acted["action"]


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"
