"""Buttons that the product takes by itself, also while a person has the conversation.

The assistant is then silent, and what was offered by a person must be answered all the same. What
such a button does is known to packages that conversations know nothing of; so those bring it along
in the services, by the name that stands in the button's command: `/own/<name>/<about>`.
"""

from collections.abc import Awaitable, Callable, Sequence

from backend.conversations import events
from backend.conversations.models import Conversation, Turn
from backend.conversations.repository import Line, append, get_conversation
from backend.conversations.turn_repository import OWN, end_turn
from backend.services import Services

#: Does what the button is for and gives what is said then. It may be called again for one press.
OwnButton = Callable[[Services, Conversation, str], Awaitable[Sequence[Line]]]

#: The command of an own button that a message stands for, or None for any other message.
OwnWord = Callable[[Conversation, str], str | None]


def own_command(name: str, about: str) -> str:
    """The command of a button that the product takes itself."""
    return f"{OWN}{name}/{about}"


def is_own(command: str | None) -> bool:
    """Whether a press is taken here and not by the assistant."""
    return command is not None and command.startswith(OWN)


def typed_press(house: Services, conversation: Conversation, text: str) -> str | None:
    """The command of the own button that was written instead of pressed."""
    found = (word(conversation, text) for word in house.own_words)
    return next((command for command in found if command is not None), None)


async def take_press(house: Services, turn: Turn, reply_to: str | None) -> None:
    """Does what the pressed button is for, and says so once, whatever is repeated."""
    name, _, about = (turn.command or "").removeprefix(OWN).partition("/")
    async with house.database.transaction() as session:
        conversation = await get_conversation(session, turn.conversation_id)
    lines = await house.own_buttons[name](house, conversation, about)
    async with house.database.transaction() as session:
        if not await end_turn(session, turn, "answered"):
            return
        said = await append(session, turn.conversation_id, lines, turn=turn.id, reply_to=reply_to)
        conversation = await get_conversation(session, turn.conversation_id)
    await events.tell_messages(house.hub, conversation, said)
