"""Makes a message of a conversation ready to go out."""

from collections.abc import Sequence

from backend.channels.cards import as_lines
from backend.channels.said import Choice, Link, Said, Words
from backend.conversations.models import Message
from backend.identity.links import LIFETIME

#: The button that the widget handles itself: here it becomes a link.
IDENTIFY = "identify"
#: What an issued button's payload begins with; see conversations/buttons.py.
ISSUED = "b_"
#: Channels in which a choice is a number in a text, and each letter costs.
SHORT = ("sms",)
_MINUTES = int(LIFETIME.total_seconds() // 60)


def asks_to_identify(message: Message) -> bool:
    """Whether the message offers to identify."""
    return any(button["payload"] == IDENTIFY for button in message.buttons)


def choices_of(message: Message) -> tuple[Choice, ...]:
    """The choices that can be taken by writing."""
    return tuple(
        Choice(button["title"], button["payload"])
        for button in message.buttons
        if button["payload"].startswith(ISSUED)
    )


def live_choices(said: Sequence[Message]) -> Message | None:
    """The message whose choices can be taken now: the last with choices.

    None when somebody has said something else since; the rest of the same answer is not that.
    """
    ours = [message for message in said if message.sender != "debtor"]
    for message in reversed(ours):
        if message is not ours[-1] and (message.turn is None or message.turn != ours[-1].turn):
            return None
        if choices_of(message):
            return message
    return None


def ready(
    message: Message,
    words: Words,
    channel: str,
    *,
    live: bool,
    url: str | None,
    write_again: bool = False,
) -> Said:
    """The message with its card in words. Its choices are left out when they are no more `live`.

    `url` is where the person identifies, for a message that offers it. Where a person's answer comes
    too late to be sent by itself, it is said that the debtor is to `write_again`.
    """
    card = message.card
    lines = as_lines(card, message.text, words, short=channel in SHORT) if card else []
    lines += [words("write_again")] if write_again else []
    text = message.text
    if message.sender == "agent" and message.name:
        text = words("agent_says", name=message.name, text=text)
    return Said(
        text="\n\n".join(part for part in (text, "\n".join(lines)) if part),
        choices=choices_of(message) if live else (),
        link=Link(_title(message), url, _MINUTES) if url else None,
    )


def _title(message: Message) -> str:
    titles = (button["title"] for button in message.buttons if button["payload"] == IDENTIFY)
    return str(next(titles))
