"""Creating a Message: POST /2010-04-01/Accounts/{AccountSid}/Messages.json."""

import re
import secrets
from email.utils import formatdate
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBasic, HTTPBasicCredentials

from backend.demo.messengers.answers import Refused, answer_of
from backend.demo.messengers.line import Line, lines
from backend.demo.messengers.messengers import Messengers, messengers
from backend.demo.messengers.sms.requests import API_VERSION, report, sid
from backend.demo.messengers.sms.segments import segments
from backend.services import Services, services

LONGEST_TEXT = 1600
NUMBER = re.compile(r"\+[1-9]\d{6,14}")

router = APIRouter()
House = Annotated[Services, Depends(services)]
State = Annotated[Messengers, Depends(messengers)]
Basic = Annotated[HTTPBasicCredentials | None, Depends(HTTPBasic(auto_error=False))]


@router.post(f"/demo/sms/{API_VERSION}/Accounts/{{account}}/Messages.json")
async def create_message(
    account: str, request: Request, house: House, state: State, basic: Basic
) -> JSONResponse:
    """Takes a message and shows it on the phone; what became of it is reported afterwards."""
    ordered = state.answers.take("sms")
    try:
        if ordered is not None and not ordered.delivered:
            raise Refused(ordered.answer)
        ours = _lines_of(house, account, basic)
        fields = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        created = await _create(state, _checked(ours, fields), fields)
    except Refused as refused:
        return answer_of("sms", refused.answer, **refused.values)
    return answer_of("sms", ordered.answer) if ordered else JSONResponse(created, 201)


def _lines_of(house: Services, account: str, basic: HTTPBasicCredentials | None) -> list[Line]:
    if basic is None:
        raise Refused("wrong_token")
    ours = [line for line in lines(house, "sms") if line.secret("account") == account]
    known = [line.secret("token") for line in ours]
    right = [secrets.compare_digest(token.encode(), basic.password.encode()) for token in known]
    if basic.username != account or not any(right):
        raise Refused("wrong_token")
    return ours


def _checked(ours: list[Line], fields: dict[str, str]) -> Line:
    to, sender, text = fields.get("To", ""), fields.get("From", ""), fields.get("Body", "")
    if not to:
        raise Refused("to_missing")
    if not NUMBER.fullmatch(to):
        raise Refused("wrong_number", to=to)
    if not sender:
        raise Refused("from_missing")
    if not text:
        raise Refused("text_missing")
    if len(text) > LONGEST_TEXT:
        raise Refused("too_long")
    for line in ours:
        if line.setting("number") == sender:
            return line
    raise Refused("wrong_sender", **{"from": sender})


async def _create(state: Messengers, line: Line, fields: dict[str, str]) -> dict[str, Any]:
    id, to, text = sid(), fields["To"], fields["Body"]
    chat = state.chat("sms", line.client.id, to)
    if chat.stopped:
        raise Refused("opted_out")
    await chat.show(id, text, status="sent", segments=segments(text))
    if callback := fields.get("StatusCallback"):
        state.later(_report(line, callback, id, to))
    place = f"/{API_VERSION}/Accounts/{line.secret('account')}/Messages/{id}"
    now = formatdate(usegmt=False)
    return {
        "account_sid": line.secret("account"),
        "api_version": API_VERSION,
        "body": text,
        "date_created": now,
        "date_sent": None,
        "date_updated": now,
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "from": fields["From"],
        "messaging_service_sid": None,
        "num_media": "0",
        "num_segments": str(segments(text)),
        "price": None,
        "price_unit": "USD",
        "sid": id,
        "status": "queued",
        "subresource_uris": {"media": f"{place}/Media.json"},
        "to": to,
        "uri": f"{place}.json",
    }


async def _report(line: Line, address: str, id: str, to: str) -> None:
    for status in ("sent", "delivered"):
        await report(line, address, id, to, status)
