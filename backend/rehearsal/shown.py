"""Messages as lines of text: buttons are numbered, cards are written out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.texts import read_texts
from backend.wording import Catalogue

#: What of a card is money, in minor units of the card's currency.
_MONEY = ("total", "amount", "instalment", "fee", "interest")
_INDENT = "      "


def shown(message: dict[str, Any], language: str) -> Iterator[str]:
    """The lines of a message, without its buttons."""
    who = {"assistant": "bot", "system": "note"}.get(message["sender"], message["sender"])
    for place, line in enumerate(message["text"].splitlines() or [""]):
        if line or not message.get("card"):
            yield f"{who if place == 0 else '':>5} {line}"
    if card := message.get("card"):
        texts = read_texts()
        catalogue = texts.get(language) or next(iter(texts.values()))
        yield f"{_INDENT}┌ {card['type']}"
        for line in _fields(card, catalogue, card.get("currency")):
            yield f"{_INDENT}│ {line}"


def numbered(buttons: list[dict[str, str]]) -> Iterator[str]:
    """The buttons with the numbers that press them."""
    for number, button in enumerate(buttons, start=1):
        yield f"{_INDENT}[{number}] {button['title']}"


def _fields(card: dict[str, Any], texts: Catalogue, currency: str | None) -> Iterator[str]:
    for name, value in card.items():
        if name in ("type", "currency") or value is None:
            continue
        if isinstance(value, list):
            for item in value:
                yield "· " + ", ".join(_fields(item, texts, currency))
        elif isinstance(value, dict):
            yield f"{name}: {', '.join(_fields(value, texts, currency))}"
        else:
            yield f"{name} {_written(name, value, texts, currency)}"


def _written(name: str, value: Any, texts: Catalogue, currency: str | None) -> str:
    formatter = texts.formatter()
    if name in _MONEY and currency and isinstance(value, int):
        return formatter.write_money({"amount": value, "currency": currency})
    try:
        return formatter.write_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
