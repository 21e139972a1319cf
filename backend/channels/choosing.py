"""What was written instead of pressing a button: its number where it has one, or its title."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.said import Choice
from backend.channels.saying import choices_of, live_choices
from backend.conversations.repository import messages_after

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.):]?\s*")
_AROUND = " .,!?:;\n\t"
#: Where choices are shown with numbers.
NUMBERED = ("sms",)
_MANY = 10


async def chosen(
    session: AsyncSession, conversation: str, channel: str, text: str
) -> Choice | None:
    """The choice that the text means, of the last message with choices.

    A number means one only while the choices are on the screen as the last thing said: a number of
    months is to stay one.
    """
    said = await messages_after(session, conversation)
    number = _NUMBER.fullmatch(text)
    if number is not None:
        offered = live_choices(said)
        choices = choices_of(offered) if offered else ()
        if channel in NUMBERED or len(choices) > _MANY:
            return _numbered(choices, int(number[1]))
        return None
    written = text.strip(_AROUND).casefold()
    offering = [message for message in said if choices_of(message)]
    titles = choices_of(offering[-1]) if offering else ()
    return next((c for c in titles if c.title.strip(_AROUND).casefold() == written), None)


def _numbered(choices: tuple[Choice, ...], number: int) -> Choice | None:
    return choices[number - 1] if 1 <= number <= len(choices) else None
