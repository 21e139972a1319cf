"""A message or a status from Twilio: https://www.twilio.com/docs/messaging/guides/webhook-request."""

from typing import Literal, cast
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backend.channels.incoming import Ignored, Incoming, Received, Status, Unreadable

_STATES = {"sent": "sent", "delivered": "delivered", "read": "read"} | dict.fromkeys(
    ("undelivered", "failed"), "failed"
)
_State = Literal["sent", "delivered", "read", "failed"]


class Form(BaseModel):
    """The fields that matter; `status` is only there when it is about a message of ours."""

    model_config = ConfigDict(extra="ignore")

    message: str = Field(alias="MessageSid", min_length=1)
    sender: str = Field(alias="From", min_length=1)
    to: str = Field(alias="To", min_length=1)
    body: str = Field("", alias="Body")
    media: int = Field(0, alias="NumMedia")
    status: str | None = Field(None, alias="MessageStatus")
    error: str | None = Field(None, alias="ErrorCode")


def read(body: bytes) -> Received:
    """What the form brings. Raises Unreadable."""
    try:
        fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
        form = Form.model_validate(fields)
    except (ValidationError, ValueError) as error:
        raise Unreadable from error
    if form.status is not None:
        return _status(form, form.status)
    kind: Literal["text", "unsupported"] = "text" if form.body.strip() else "unsupported"
    written = Incoming(form.message, form.sender, kind, to=form.to, text=form.body.lstrip("/"))
    return Received(messages=[written])


def _status(form: Form, status: str) -> Received:
    if status not in _STATES:
        return Received(ignored=[Ignored("status", to=form.sender)])
    state = cast(_State, _STATES[status])
    return Received(
        statuses=[Status(form.message, form.to, state, to=form.sender, reason=form.error)]
    )
