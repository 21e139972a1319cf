"""Our message as the Cloud API takes it: up to three reply buttons, up to ten rows of a list.

https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
"""

from backend.channels.pieces import pieces, shortened
from backend.channels.said import Body, Choice, Said, Words
from backend.channels.sms.rendering import as_text

LONGEST_TEXT = 4096
LONGEST_INTERACTIVE = 1024
MOST_BUTTONS, LONGEST_BUTTON = 3, 20
MOST_ROWS, LONGEST_ROW, LONGEST_DESCRIPTION = 10, 24, 72


def render(said: Said, words: Words) -> list[Body]:
    """The bodies to be sent, in order; what does not fit into buttons or rows is numbered."""
    if not said.choices or len(said.choices) > MOST_ROWS:
        return [_text(piece) for piece in pieces(as_text(said, words), LONGEST_TEXT)]
    *before, last = pieces(
        as_text(Said(said.text, link=said.link), words) or words("choose"), LONGEST_INTERACTIVE
    )
    action = _buttons(said.choices) if _fit(said.choices) else _rows(said.choices, words("choose"))
    interactive = {
        "type": "button" if _fit(said.choices) else "list",
        "body": {"text": last},
        "action": action,
    }
    return [*map(_text, before), {"type": "interactive", "interactive": interactive}]


def _fit(choices: tuple[Choice, ...]) -> bool:
    return len(choices) <= MOST_BUTTONS and all(
        len(choice.title) <= LONGEST_BUTTON for choice in choices
    )


def _text(text: str) -> Body:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def _buttons(choices: tuple[Choice, ...]) -> Body:
    return {
        "buttons": [
            {"type": "reply", "reply": {"id": choice.id, "title": choice.title}}
            for choice in choices
        ]
    }


def _rows(choices: tuple[Choice, ...], opens: str) -> Body:
    return {
        "button": shortened(opens, LONGEST_BUTTON),
        "sections": [{"rows": [_row(choice) for choice in choices]}],
    }


def _row(choice: Choice) -> Body:
    row = {"id": choice.id, "title": shortened(choice.title, LONGEST_ROW)}
    if row["title"] != choice.title:
        row["description"] = shortened(choice.title, LONGEST_DESCRIPTION)
    return row
