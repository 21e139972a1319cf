"""A notification of the Cloud API: batches of messages and of statuses.

https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples
"""

from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from backend.channels.incoming import Ignored, Incoming, Received, Status, Unreadable

_MESSAGES = "messages"
_NO_TEXT = frozenset(
    ["audio", "contacts", "document", "image", "location", "order", "sticker", "video"]
)


class Text(BaseModel):
    """What was written."""

    body: str


class Reply(BaseModel):
    """A button or a row that was chosen."""

    id: str
    title: str = ""


class Interactive(BaseModel):
    """What was chosen, of either kind."""

    button_reply: Reply | None = None
    list_reply: Reply | None = None


class TemplateButton(BaseModel):
    """A button of a template that was pressed."""

    text: str


class Message(BaseModel):
    """One message; `type` names the part that has its content."""

    id: str = Field(min_length=1)
    sender: str = Field(alias="from", min_length=1)
    type: str
    text: Text | None = None
    interactive: Interactive | None = None
    button: TemplateButton | None = None


class Error(BaseModel):
    """Why a message of ours failed."""

    code: int


class MessageStatus(BaseModel):
    """How a message of ours fared."""

    id: str = Field(min_length=1)
    recipient_id: str = ""
    status: str
    errors: list[Error] = []


class Metadata(BaseModel):
    """Which of our numbers it is about."""

    phone_number_id: str


class Value(BaseModel):
    """The content of a change. Its items are read one by one: a strange one spoils no other."""

    metadata: Metadata
    messages: list[dict[str, Any]] = []
    statuses: list[dict[str, Any]] = []


class Change(BaseModel):
    """One change."""

    field: str
    value: dict[str, Any]


class Entry(BaseModel):
    """The changes of one account."""

    changes: list[Change]


class Notification(BaseModel):
    """All that is told at once."""

    entry: list[Entry]


def read(body: bytes) -> Received:
    """What the notification brings. Raises Unreadable."""
    received = Received()
    try:
        for entry in Notification.model_validate_json(body).entry:
            for change in entry.changes:
                _read_change(change, received)
    except ValidationError as error:
        raise Unreadable from error
    return received


def _read_change(change: Change, received: Received) -> None:
    if change.field != _MESSAGES:
        received.ignored.append(Ignored("unknown-kind"))
        return
    value = Value.model_validate(change.value)
    to = value.metadata.phone_number_id
    for given in value.messages:
        try:
            found = _message(Message.model_validate(given), to)
        except ValidationError:
            found = Ignored("broken", to)
        if isinstance(found, Incoming):
            received.messages.append(found)
        else:
            received.ignored.append(found)
    for given in value.statuses:
        try:
            status = _status(MessageStatus.model_validate(given), to)
        except ValidationError:
            status = Ignored("broken", to)
        if isinstance(status, Status):
            received.statuses.append(status)
        else:
            received.ignored.append(status)


def _message(message: Message, to: str) -> Incoming | Ignored:
    if message.type == "text" and message.text is not None:
        return _text(message, message.text.body, to)
    if message.type == "button" and message.button is not None:
        return _text(message, message.button.text, to)
    chosen = _chosen(message.interactive) if message.type == "interactive" else None
    if chosen is not None:
        return Incoming(
            message.id, message.sender, "choice", to, text=chosen.title, payload=chosen.id
        )
    if message.type in _NO_TEXT:
        return Incoming(message.id, message.sender, "unsupported", to)
    return Ignored("unknown-kind", to)


def _text(message: Message, text: str, to: str) -> Incoming:
    return Incoming(message.id, message.sender, "text", to, text=text.lstrip("/"))


def _chosen(interactive: Interactive | None) -> Reply | None:
    if interactive is None:
        return None
    return interactive.button_reply or interactive.list_reply


def _status(status: MessageStatus, to: str) -> Status | Ignored:
    states: dict[str, Literal["sent", "delivered", "read", "failed"]] = {
        "sent": "sent",
        "delivered": "delivered",
        "read": "read",
        "failed": "failed",
    }
    if status.status not in states:
        return Ignored("status", to)
    reason = str(status.errors[0].code) if status.errors else None
    return Status(status.id, status.recipient_id, states[status.status], to, reason)
