"""A text as it looks when it is said: with values of an ordinary, rather long, kind in it."""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import get_territory_currencies

from backend.designing.located import Section
from backend.wording.formatting import TextFormatter

#: A sum of five figures, a long weekday in the longest month, a moment with its offset.
_AMOUNT = 1_234_500
_DAY = "2026-09-30"
_BY_WAY = {
    "date": _DAY,
    "day": _DAY,
    "weekday": _DAY,
    "time": "2026-09-30T15:00:00+02:00",
    "clock": "2026-09-30T15:00:00+02:00",
    "percent": "11.5",
    "number": 12,
}
_COUNT = 12
_NAME = "Norrsken Energi"


def said(text: str, catalogue: Section | None) -> str:
    """The text with sample values; with names only where its placeholders cannot be written."""
    formatter = _formatter(catalogue or Section())
    try:
        parts = list(Formatter().parse(text))
        return "".join(
            own + ("" if name is None else _value(way or "", formatter))
            for own, name, way, _ in parts
        )
    except (KeyError, ValueError):
        return text


def _value(way: str, formatter: TextFormatter | None) -> str:
    if not way or formatter is None or formatter.locale.territory is None:
        return _NAME
    if way == "money":
        currency = get_territory_currencies(formatter.locale.territory)[0]
        return formatter.write_money({"amount": _AMOUNT, "currency": currency})
    return formatter.format_field(_BY_WAY.get(way, _COUNT), way)


def _formatter(catalogue: Section) -> TextFormatter | None:
    try:
        locale = Locale.parse(str(catalogue.get("locale")))
    except (UnknownLocaleError, ValueError):
        return None
    nouns: Mapping[str, Any] = catalogue.get("nouns") or {}
    return TextFormatter(locale, nouns, catalogue.get("patterns") or {})
