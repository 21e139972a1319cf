"""Formatted text: what is left of it on this phone, which shows plain text only."""

import html
import re

from backend.demo.messengers.answers import Refused

_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
_KNOWN = {
    *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre"),
    *("span", "tg-spoiler", "tg-emoji", "blockquote"),
}


def plain(text: str, parse_mode: str) -> str:
    """The text without its marks. Refused when the marks are broken, as Telegram refuses them."""
    if not parse_mode:
        return text
    if parse_mode.lower() != "html":
        raise Refused("wrong_parse_mode")
    open_tags: list[str] = []
    for closing, name in _TAG.findall(text):
        if name not in _KNOWN:
            raise Refused("wrong_entities", why=f'Unsupported start tag "{name}"')
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            raise Refused("wrong_entities", why="Unmatched end tag")
    if open_tags:
        raise Refused(
            "wrong_entities", why=f'Can\'t find end tag corresponding to "{open_tags[-1]}"'
        )
    return html.unescape(_TAG.sub("", text))
