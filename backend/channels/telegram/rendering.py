"""Our message as Telegram's sendMessage takes it, with an inline keyboard."""

from backend.channels.pieces import pieces
from backend.channels.said import Body, Said, Words

LONGEST = 4096
#: Bytes of a button's data.
LONGEST_DATA = 64


def render(said: Said, words: Words) -> list[Body]:
    """The bodies to be sent, in order; the last has the buttons, one a row."""
    text = "\n\n".join(
        [said.text, *([words("link_lasts", minutes=said.link.minutes)] if said.link else [])]
    )
    bodies: list[Body] = [
        {"text": piece, "link_preview_options": {"is_disabled": True}}
        for piece in pieces(text, LONGEST)
    ]
    keyboard = [[{"text": choice.title, "callback_data": choice.id}] for choice in said.choices]
    if said.link is not None:
        keyboard.insert(0, [{"text": said.link.title, "url": said.link.url}])
    if keyboard:
        bodies[-1]["reply_markup"] = {"inline_keyboard": keyboard}
    return bodies
