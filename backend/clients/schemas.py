"""What is told about a client over HTTP."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from backend.clients.profile import Agency


class ClientFace(BaseModel):
    """What the widget shows of a client before anything is said."""

    id: str
    name: str
    logo_text: str
    assistant: str
    colour: str
    languages: tuple[str, ...]
    language: str
    identify_url: str | None


class ClientFacts(BaseModel):
    """What the assistant may say about a client, in one language."""

    id: str
    name: str
    country: str
    currency: str
    languages: tuple[str, ...]
    agency: Agency
    hours: str
    open_now: bool
    next_opening: datetime | None
    payment_days: int
    follows_up: bool
    help: dict[str, Any]
