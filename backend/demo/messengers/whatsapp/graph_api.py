"""Sending: POST /{version}/{phone_number_id}/messages."""

import json
import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse

from backend.clock import utc_now
from backend.demo.messengers.answers import Refused, answer_of
from backend.demo.messengers.chat import Chat
from backend.demo.messengers.line import Line, lines
from backend.demo.messengers.messengers import Messengers, messengers
from backend.demo.messengers.whatsapp.contents import content_of
from backend.demo.messengers.whatsapp.webhooks import WINDOW_SECONDS, report, wamid
from backend.services import Services, services

router = APIRouter()
House = Annotated[Services, Depends(services)]
State = Annotated[Messengers, Depends(messengers)]


@router.post("/demo/whatsapp/{version}/{phone_number_id}/messages")
async def send_message(
    version: str, phone_number_id: str, request: Request, house: House, state: State
) -> JSONResponse:
    """Takes a message and shows it on the phone; what became of it is reported afterwards."""
    sent = await _body(request)
    marks_read = sent.get("status") == "read"
    ordered = None if marks_read else state.answers.take("whatsapp")
    try:
        if ordered is not None and not ordered.delivered:
            raise Refused(ordered.answer)
        line = _line_of(house, phone_number_id, request.headers.get("authorization", ""))
        if marks_read:
            return JSONResponse({"success": True})
        answer = await _send(state, line, sent)
    except Refused as refused:
        return answer_of("whatsapp", refused.answer, **refused.values, trace=_trace())
    if ordered is not None:
        return answer_of("whatsapp", ordered.answer, trace=_trace())
    return JSONResponse(answer)


async def _body(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(await request.body())
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def _line_of(house: Services, phone_number_id: str, authorization: str) -> Line:
    for line in lines(house, "whatsapp"):
        if line.setting("phone_number_id") == phone_number_id:
            token = f"Bearer {line.secret('token')}"
            if not secrets.compare_digest(token.encode(), authorization.encode()):
                raise Refused("wrong_token")
            return line
    raise Refused("unknown_number", id=phone_number_id)


async def _send(state: Messengers, line: Line, sent: dict[str, Any]) -> dict[str, Any]:
    if sent.get("messaging_product") != "whatsapp":
        raise Refused("parameter_missing", why="messaging_product must be whatsapp")
    to = str(sent.get("to", "")).removeprefix("+")
    if not to.isdecimal():
        raise Refused("parameter_missing", why="to must be a telephone number")
    content = content_of(sent)
    chat = state.chat("whatsapp", line.client.id, to)
    if not content.is_template and not _window_is_open(chat):
        raise Refused("window_closed")
    id = wamid(next(state.ids))
    if not chat.stopped:  # who has blocked us sees nothing, and we are not told
        await chat.show(id, content.text, rows=content.rows, menu=content.menu, status="sent")
    state.later(_report(line, chat, id, to))
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": str(sent["to"]), "wa_id": to}],
        "messages": [{"id": id}],
    }


def _window_is_open(chat: Chat) -> bool:
    """Free text is for the 24 hours after a person's last message."""
    if chat.written_at is None:
        return False
    return (utc_now() - chat.written_at).total_seconds() < WINDOW_SECONDS


async def _report(line: Line, chat: Chat, id: str, to: str) -> None:
    await report(line, id, to, "sent")
    shown = chat.find(id)
    if shown is None:
        return
    if shown.status == "sent":
        await chat.change(id, status="delivered")
    await report(line, id, to, "delivered")


def _trace() -> str:
    return "A" + secrets.token_urlsafe(16)
