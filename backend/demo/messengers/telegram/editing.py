"""What changes a message that was sent, and what ends a press of a button."""

from typing import Any

from backend.demo.messengers.answers import Refused
from backend.demo.messengers.telegram.call import Call
from backend.demo.messengers.telegram.sending import checked_text, message


async def edit_text(call: Call) -> Any:
    """editMessageText: another text, and another keyboard or none."""
    text = checked_text(call)
    return await _change(call, text=text, rows=call.keyboard(), edited=True)


async def edit_markup(call: Call) -> Any:
    """editMessageReplyMarkup: another keyboard, or none."""
    return await _change(call, rows=call.keyboard())


async def answer_callback(call: Call) -> Any:
    """answerCallbackQuery: the pressed button stops turning."""
    query = str(call.get("callback_query_id", ""))
    if not query.isdecimal():
        raise Refused("query_too_old")
    return True


async def _change(call: Call, **changes: Any) -> Any:
    number = str(call.get("message_id", ""))
    shown = await call.chat.change(number, **changes)
    if shown is None:
        raise Refused("message_not_found")
    return message(call, int(number), shown.text)
