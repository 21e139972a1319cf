"""Puts beside each amount of the copy how people write it, and beside a code what it means."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.wording import Catalogue

_FILE = Path(__file__).with_name("explaining.yml")


def explain(copy: Any, catalogue: Catalogue, territory: str) -> Any:
    """The copy with these fields added, in the catalogue's language; nothing of it is changed."""

    def amount(minor: int, currency: str) -> str:
        money = {"amount": minor, "currency": currency}
        return catalogue.write("export_amount", {"money": money}, territory)

    def meaning(code: str) -> str | None:
        found = catalogue.wordings("export_code", {"code": code})
        return found[0].text if found else None

    return _explained(copy, None, amount, meaning)


def _explained(
    part: Any,
    currency: str | None,
    amount: Callable[[int, str], str],
    meaning: Callable[[str], str | None],
) -> Any:
    if isinstance(part, list):
        return [_explained(one, currency, amount, meaning) for one in part]
    if not isinstance(part, dict):
        return part
    # A case has the currency of its balance.
    currency = part.get("currency") or (part.get("balance") or {}).get("currency") or currency
    written: dict[str, Any] = {}
    for name, value in part.items():
        alone = name in _fields()["left_alone"]
        written[name] = value if alone else _explained(value, currency, amount, meaning)
        text = None
        if name in _fields()["amounts"] and isinstance(value, int) and currency:
            text = amount(value, currency)
        elif name in _fields()["codes"] and isinstance(value, str):
            text = meaning(value)
        if text is not None:
            written[f"{name}_text"] = text
    return written


@cache
def _fields() -> dict[str, list[str]]:
    fields: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return fields
