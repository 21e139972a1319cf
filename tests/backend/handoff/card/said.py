"""Messages of a debtor with what was understood of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.conversations.models import Message

BEGAN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def said(
    number: int, intent: str, text: str = "", *, missed: bool = False, **values: Any
) -> Message:
    """The message of a minute after the beginning."""
    acted = [{"action": "action_misunderstood", "policy": "rules"}] if missed else []
    understood = {
        "intent": intent,
        "confidence": 0.9,
        "entities": [{"entity": name, "value": value} for name, value in values.items()],
        "wishes": [intent],
        "acted": acted,
    }
    at = BEGAN + timedelta(minutes=number)
    return Message(id=f"m{number}", sender="debtor", text=text, understood=understood, at=at)
