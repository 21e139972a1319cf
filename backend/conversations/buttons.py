"""Buttons: the assistant's commands stay here, and only opaque ids go out and come back.

What somebody types can so never be taken for a command.
"""

import secrets
from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.assistant import AssistantButton
from backend.conversations.models import IssuedButton
from backend.conversations.turn_repository import find_button

_PREFIX = "b_"
_RANDOM_BYTES = 12  # 16 characters


def issue(
    session: AsyncSession, conversation: str, buttons: Iterable[AssistantButton]
) -> list[dict[str, str]]:
    """The buttons as they go out. A payload that is no command is the widget's own: it stays."""
    return [
        {"title": button.title, "payload": _issued(session, conversation, button)}
        for button in buttons
    ]


async def pressed(
    session: AsyncSession, conversation: str, payload: str | None, text: str
) -> IssuedButton | None:
    """The button that was pressed; None when the message is text.

    Raises UnknownButton when a payload is none of this conversation's.
    """
    if payload is not None:
        button = await find_button(session, conversation, payload)
        if button is None:
            raise UnknownButton
        return button
    return await find_button(session, conversation, text) if text.startswith(_PREFIX) else None


class UnknownButton(Exception):
    """The payload was not issued in this conversation."""


def _issued(session: AsyncSession, conversation: str, button: AssistantButton) -> str:
    if not button.payload.startswith("/"):
        return button.payload
    issued = _PREFIX + secrets.token_urlsafe(_RANDOM_BYTES)
    session.add(
        IssuedButton(
            id=issued, conversation_id=conversation, title=button.title, command=button.payload
        )
    )
    return issued
