"""What a message to WhatsApp may hold, within the Cloud API's limits."""

from dataclasses import dataclass, field
from typing import Any

from backend.demo.messengers.answers import Refused
from backend.demo.messengers.chat import Choice

LONGEST = {"text": 4096, "interactive body": 1024, "header": 60, "footer": 60}
MOST_BUTTONS, LONGEST_BUTTON, LONGEST_BUTTON_ID = 3, 20, 256
MOST_ROWS, LONGEST_ROW, LONGEST_ROW_ID, LONGEST_NOTE = 10, 24, 200, 72


@dataclass(frozen=True)
class Content:
    """What the phone shows; `menu` is the button that opens a list."""

    text: str
    rows: list[list[Choice]] = field(default_factory=list)
    menu: str | None = None
    is_template: bool = False


def content_of(sent: dict[str, Any]) -> Content:
    """The content of a message. Refused names the limit that it breaks."""
    kind = sent.get("type", "text")
    if kind == "text":
        return Content(_held(_part(sent, "text").get("body"), LONGEST["text"], "text body"))
    if kind == "interactive":
        return _interactive(_part(sent, "interactive"))
    if kind == "template":
        return _template(_part(sent, "template"))
    raise Refused("wrong_parameter", why=f"type {kind} is not known here")


def _interactive(sent: dict[str, Any]) -> Content:
    parts = [
        _held(_part(sent, name).get("text"), LONGEST[name], name)
        for name in ("header", "footer")
        if sent.get(name)
    ]
    body = _held(_part(sent, "body").get("text"), LONGEST["interactive body"], "body")
    text = (
        "\n".join([*parts[:1], body, *parts[1:]]) if "header" in sent else "\n".join([body, *parts])
    )
    action = _part(sent, "action")
    match sent.get("type"):
        case "button":
            return Content(text, [[button] for button in _buttons(action)])
        case "list":
            menu = _held(action.get("button"), LONGEST_BUTTON, "list button")
            return Content(text, [[row] for row in _rows(action)], menu=menu)
        case "cta_url":
            link = _part(action, "parameters")
            title = _held(link.get("display_text"), LONGEST_BUTTON, "display_text")
            url = _held(link.get("url"), 2000, "url")
            return Content(text, [[Choice(title=title, url=url)]])
    raise Refused("wrong_parameter", why="interactive type is not known")


def _buttons(action: dict[str, Any]) -> list[Choice]:
    replies = [_part(button, "reply") for button in action.get("buttons", [])]
    if not 1 <= len(replies) <= MOST_BUTTONS:
        raise Refused("wrong_parameter", why=f"Buttons count: min 1, max {MOST_BUTTONS}")
    found = [
        Choice(
            title=_held(reply.get("title"), LONGEST_BUTTON, "Button title"),
            id=_held(reply.get("id"), LONGEST_BUTTON_ID, "Button id"),
        )
        for reply in replies
    ]
    _differ(found)
    return found


def _rows(action: dict[str, Any]) -> list[Choice]:
    rows = [row for section in action.get("sections", []) for row in section.get("rows", [])]
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Refused("wrong_parameter", why=f"Total row count: min 1, max {MOST_ROWS}")
    found = [
        Choice(
            title=_held(row.get("title"), LONGEST_ROW, "Row title"),
            id=_held(row.get("id"), LONGEST_ROW_ID, "Row id"),
            note=_held(row["description"], LONGEST_NOTE, "Row description")
            if row.get("description")
            else None,
        )
        for row in rows
    ]
    _differ(found)
    return found


def _template(sent: dict[str, Any]) -> Content:
    name = _held(sent.get("name"), 512, "template name")
    if not _part(sent, "language").get("code"):
        raise Refused("parameter_missing", why="template language")
    values = [
        str(parameter.get("text", ""))
        for component in sent.get("components", [])
        for parameter in component.get("parameters", [])
    ]
    return Content("\n".join([f"[{name}]", *values]), is_template=True)


def _part(sent: Any, name: str) -> dict[str, Any]:
    found = sent.get(name) if isinstance(sent, dict) else None
    if not isinstance(found, dict):
        raise Refused("parameter_missing", why=name)
    return found


def _held(text: Any, longest: int, name: str) -> str:
    if not isinstance(text, str) or not 1 <= len(text) <= longest:
        why = f"{name} length invalid. Min length: 1, Max length: {longest}"
        raise Refused("wrong_parameter", why=why)
    return text


def _differ(choices: list[Choice]) -> None:
    for values in ([choice.id for choice in choices], [choice.title for choice in choices]):
        if len(set(values)) < len(values):
            raise Refused("wrong_parameter", why="Duplicated ids or titles")
