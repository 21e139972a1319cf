"""Reads outcomes.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from backend.handoff.kinds import Outcome

_FILE = Path(__file__).with_name("outcomes.yaml")


@cache
def outcomes() -> Mapping[Outcome, tuple[str, ...]]:
    """The reasons of each outcome, in their order."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[Outcome, tuple[str, ...]]).validate_python(content)
