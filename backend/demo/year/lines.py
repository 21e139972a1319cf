"""What is said in the generated conversations: debtors as in nlu_data/, the rest as in lines/."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.settings import ROOT
from backend.wording import Catalogue

_FOLDER = Path(__file__).with_name("lines")
_EXAMPLES = ROOT / "nlu_data"
_ANNOTATED = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@cache
def lines() -> dict[str, Catalogue]:
    """What the assistant and people say, by language."""
    return Catalogue.read_folder(_FOLDER)


def not_understood(language: str) -> list[str]:
    """Messages that an assistant may well miss."""
    return [wording.text for wording in lines()[language].texts["not_understood"]]


@cache
def examples(language: str) -> dict[str, list[str]]:
    """How debtors say it, by intent."""
    said: dict[str, list[str]] = {}
    for file in sorted((_EXAMPLES / language).glob("*.yml")):
        content: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for entry in content["nlu"]:
            if "intent" in entry:
                written = [line[2:] for line in entry["examples"].splitlines() if line[:2] == "- "]
                plain = [_ANNOTATED.sub(r"\1", line) for line in written]
                said.setdefault(entry["intent"], []).extend(plain)
    return said
