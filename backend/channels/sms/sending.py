"""Sends over Twilio: https://www.twilio.com/docs/messaging/api/message-resource."""

from pydantic import BaseModel, ValidationError

from backend.channels.outside import Line, NotSent, post, seconds_in
from backend.channels.said import Body

API = "https://api.twilio.com"
#: Wrong account or token (ours to mend), and too many at once.
_TEMPORARY = (401, 403, 429)
#: The person has written one of Twilio's own stop words: https://www.twilio.com/docs/errors/21610
_OPTED_OUT = 21610


class Answer(BaseModel):
    """The message that was made, or Twilio's code of what was wrong."""

    sid: str | None = None
    code: int | None = None


async def send(line: Line, address: str, body: Body) -> str:
    """The SID of the message. Raises NotSent."""
    account = line.secret("account")
    response = await post(
        line,
        f"/2010-04-01/Accounts/{account}/Messages.json",
        auth=(account, line.secret("token")),
        data={"To": address, "From": line.sender, "StatusCallback": line.callback, **body},
    )
    answer = _read(response.content)
    if response.is_success and answer.sid:
        return answer.sid
    status = response.status_code
    raise NotSent(
        str(answer.code or status),
        permanent=400 <= status < 500 and status not in _TEMPORARY,
        retry_after=seconds_in(response),
        stopped=answer.code == _OPTED_OUT,
    )


def _read(content: bytes) -> Answer:
    try:
        return Answer.model_validate_json(content)
    except ValidationError:
        return Answer()
