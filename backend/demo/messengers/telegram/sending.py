"""sendMessage."""

import time
from typing import Any

from backend.demo.messengers.answers import Refused
from backend.demo.messengers.telegram.call import Call
from backend.demo.messengers.telegram.entities import plain

LONGEST_TEXT = 4096


async def send_message(call: Call) -> Any:
    """Shows a message in the chat, with its inline keyboard."""
    chat, text, rows = call.chat, checked_text(call), call.keyboard()
    number = next(call.state.ids)
    await chat.show(str(number), text, rows=rows)
    return message(call, number, text)


def checked_text(call: Call) -> str:
    """The text as it is shown. Refused when it is empty or too long."""
    text = plain(str(call.get("text", "")), str(call.get("parse_mode") or "")).strip()
    if not text:
        raise Refused("text_missing")
    if utf16_length(text) > LONGEST_TEXT:
        raise Refused("too_long")
    return text


def message(call: Call, number: int, text: str) -> dict[str, Any]:
    """The Message that was sent."""
    markup = {"reply_markup": call.get("reply_markup")} if call.get("reply_markup") else {}
    return {
        "message_id": number,
        "from": call.bot,
        "chat": {"id": int(call.person), "type": "private"},
        "date": int(time.time()),
        "text": text,
        **markup,
    }


def utf16_length(text: str) -> int:
    """How Telegram counts: an emoji may be two."""
    return len(text.encode("utf-16-le")) // 2
