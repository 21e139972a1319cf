"""Our message as text messages: choices are numbered, and a number chooses."""

from backend.channels.pieces import pieces
from backend.channels.said import Body, Said, Words

LONGEST = 1600
#: Amounts hold together with spaces that are not in the alphabet of text messages: one of them would
#: make each part hold 67 letters instead of 153.
_DEAR_SPACES = str.maketrans("\u00a0\u202f", "  ")


def render(said: Said, words: Words) -> list[Body]:
    """The bodies to be sent, in order."""
    text = as_text(said, words).translate(_DEAR_SPACES)
    return [{"Body": piece} for piece in pieces(text, LONGEST)]


def as_text(said: Said, words: Words) -> str:
    """All of it in words."""
    parts = [said.text]
    if said.link is not None:
        parts.append(
            f"{said.link.title}: {said.link.url}\n{words('link_lasts', minutes=said.link.minutes)}"
        )
    if said.choices:
        numbered = [f"{number}. {choice.title}" for number, choice in enumerate(said.choices, 1)]
        parts.append("\n".join([words("choose_by_number"), *numbered]))
    return "\n\n".join(part for part in parts if part)
