"""Reads the house's canned replies."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from backend.wording import Catalogue

_HERE = Path(__file__).parent


@cache
def house_replies() -> tuple[str, ...]:
    """The names of the replies, in their order."""
    return tuple(yaml.safe_load((_HERE / "replies.yaml").read_text(encoding="utf-8")))


@cache
def reply_texts() -> Mapping[str, Catalogue]:
    """The replies by the debtor's language."""
    return Catalogue.read_folder(_HERE / "texts")


@cache
def reply_titles() -> Mapping[str, Catalogue]:
    """What replies and values are called, by the agent's language."""
    return Catalogue.read_folder(_HERE / "titles")
