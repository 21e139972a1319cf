"""Whether a missed message was understood and only lacks a value; values.yaml says how that is known."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.settings import ROOT

_FILE = Path(__file__).with_name("values.yaml")


def lexicon_lacking(understood: Mapping[str, Any], language: str) -> str | None:
    """The file that lacks the words for the message's value; None when that is not what is wrong."""
    values, likeliest = _values(), _likeliest(understood)
    if (
        likeliest.get("name") not in values["intents"]
        or (likeliest.get("confidence") or 0) < values["sure"]
        or understood.get("entities")
    ):
        return None
    file: str = values["lexicon"].format(language=language)
    return file if (ROOT / file).is_file() else None


def _likeliest(understood: Mapping[str, Any]) -> Mapping[str, Any]:
    ranking: list[Mapping[str, Any]] = understood.get("ranking") or []
    return ranking[0] if ranking else {}


@cache
def _values() -> Mapping[str, Any]:
    values: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return values
