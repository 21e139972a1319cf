"""What may be sent on a channel beside text: attachments.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "attachments.yaml"


def attachments(channel: str) -> dict[str, dict[str, Any]]:
    """By their kinds, the part of a payload that tells of them."""
    return _read()[channel]


@cache
def _read() -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]]
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
