"""The methods of the Bot API that a bot may call."""

import json
import re
from collections.abc import Awaitable, Callable
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse

from backend.demo.messengers.answers import Refused, answer_of
from backend.demo.messengers.line import Line, lines
from backend.demo.messengers.messengers import Messengers, messengers
from backend.demo.messengers.telegram import editing, sending
from backend.demo.messengers.telegram.call import Call
from backend.services import Services, services

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
#: Methods after which a person sees something, so that an ordered failure may strike them.
SENDING = {"sendmessage", "editmessagetext", "editmessagereplymarkup"}

router = APIRouter()
House = Annotated[Services, Depends(services)]
State = Annotated[Messengers, Depends(messengers)]


@router.api_route("/demo/telegram/bot{token}/{method}", methods=["GET", "POST"])
async def call(
    token: str, method: str, request: Request, house: House, state: State
) -> JSONResponse:
    """One call, with its parameters in the query, as a form or as JSON."""
    name = method.lower()
    ordered = state.answers.take("telegram") if name in SENDING else None
    try:
        if ordered is not None and not ordered.delivered:
            raise Refused(ordered.answer)
        made = Call(_line_of(house, token), state, await _parameters(request))
        result = await _METHODS.get(name, _unknown)(made)
    except Refused as refused:
        return answer_of("telegram", refused.answer, **refused.values)
    if ordered is not None:
        return answer_of("telegram", ordered.answer)
    return JSONResponse({"ok": True, "result": result})


def _line_of(house: Services, token: str) -> Line:
    for line in lines(house, "telegram"):
        if line.secret("token") == token:
            return line
    raise Refused("wrong_token")


async def _parameters(request: Request) -> dict[str, Any]:
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0]
    sent: dict[str, Any] = dict(request.query_params)
    if kind == "application/json" and body:
        sent |= json.loads(body)
    elif body:
        sent |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return sent


async def _get_me(call: Call) -> Any:
    return call.bot | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def _set_webhook(call: Call) -> Any:
    secret = str(call.get("secret_token", ""))
    if secret and not SECRET.fullmatch(secret):
        raise Refused("wrong_secret")
    call.state.webhooks[call.line.client.id] = {
        "url": str(call.get("url", "")),
        "secret": secret,
    }
    return True


async def _delete_webhook(call: Call) -> Any:
    call.state.webhooks.pop(call.line.client.id, None)
    return True


async def _get_webhook_info(call: Call) -> Any:
    hook = call.state.webhooks.get(call.line.client.id, {"url": call.line.webhook})
    return {"url": hook["url"], "has_custom_certificate": False, "pending_update_count": 0}


async def _yes(call: Call) -> Any:
    return True


async def _unknown(call: Call) -> Any:
    raise Refused("unknown_method")


_METHODS: dict[str, Callable[[Call], Awaitable[Any]]] = {
    "getme": _get_me,
    "setwebhook": _set_webhook,
    "deletewebhook": _delete_webhook,
    "getwebhookinfo": _get_webhook_info,
    "setmycommands": _yes,
    "sendchataction": _yes,
    "sendmessage": sending.send_message,
    "editmessagetext": editing.edit_text,
    "editmessagereplymarkup": editing.edit_markup,
    "answercallbackquery": editing.answer_callback,
}
