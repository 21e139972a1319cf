"""Sends over the Bot API: https://core.telegram.org/bots/api#making-requests."""

import httpx
from pydantic import BaseModel, ValidationError

from backend.channels.outside import Line, NotSent, post, seconds_in
from backend.channels.said import Body

API = "https://api.telegram.org"
#: Telegram says 401 or 404 of a wrong token: ours to mend, and then the message can go.
_WRONG_TOKEN = (401, 404)


class Parameters(BaseModel):
    """What would help."""

    retry_after: float | None = None


class Sent(BaseModel):
    """The message that was made."""

    message_id: int


class Answer(BaseModel):
    """What the Bot API answers."""

    ok: bool
    result: Sent | bool | None = None
    parameters: Parameters = Parameters()


async def send(line: Line, address: str, body: Body) -> str:
    """The id of the message. Raises NotSent."""
    response = await _call(line, "sendMessage", {"chat_id": int(address), **body})
    answer = _read(response)
    if response.is_success and isinstance(answer.result, Sent):
        return str(answer.result.message_id)
    status = response.status_code
    raise NotSent(
        str(status),
        permanent=400 <= status < 500 and status != 429 and status not in _WRONG_TOKEN,
        retry_after=answer.parameters.retry_after or seconds_in(response),
    )


async def acknowledge(line: Line, callback: str) -> None:
    """Ends the waiting sign on a pressed button. Raises NotSent."""
    await _call(line, "answerCallbackQuery", {"callback_query_id": callback})


async def _call(line: Line, method: str, body: Body) -> httpx.Response:
    return await post(line, f"/bot{line.secret('token')}/{method}", json=body)


def _read(response: httpx.Response) -> Answer:
    try:
        return Answer.model_validate_json(response.content)
    except ValidationError:
        return Answer(ok=False)
