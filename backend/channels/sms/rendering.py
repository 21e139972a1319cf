"""Our message as text messages: choices are numbered, and a number chooses."""

from backend.channels.pieces import pieces
from backend.channels.said import Body, Said, Words

LONGEST = 1600


def render(said: Said, words: Words) -> list[Body]:
    """The bodies to be sent, in order."""
    return [{"Body": piece} for piece in pieces(as_text(said, words), LONGEST)]


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
