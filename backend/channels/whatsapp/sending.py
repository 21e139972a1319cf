"""Sends over the Cloud API; its codes tell more than the status.

https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
"""

from pydantic import BaseModel, Field, ValidationError

from backend.channels.outside import Line, NotSent, post, seconds_in
from backend.channels.said import Body

API = "https://graph.facebook.com"
VERSION = "v23.0"
#: Unknown and service errors, too many calls, token trouble (ours to mend), and maintenance.
_TEMPORARY = frozenset(
    {1, 2, 4, 190, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004, 133016}
)


class Message(BaseModel):
    """A message that was made."""

    id: str


class Error(BaseModel):
    """What was wrong."""

    code: int


class Answer(BaseModel):
    """What the Cloud API answers."""

    messages: list[Message] = Field(default=[])
    error: Error | None = None


async def send(line: Line, address: str, body: Body) -> str:
    """The id of the message (wamid). Raises NotSent."""
    response = await post(
        line,
        f"/{VERSION}/{line.sender}/messages",
        headers={"Authorization": f"Bearer {line.secret('token')}"},
        json={
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": address.lstrip("+"),
            **body,
        },
    )
    answer = _read(response.content)
    if response.is_success and answer.messages:
        return answer.messages[0].id
    code, status = answer.error.code if answer.error else None, response.status_code
    temporary = code in _TEMPORARY or status in (401, 429) or not 400 <= status < 500
    raise NotSent(str(code or status), permanent=not temporary, retry_after=seconds_in(response))


def _read(content: bytes) -> Answer:
    try:
        return Answer.model_validate_json(content)
    except ValidationError:
        return Answer()
