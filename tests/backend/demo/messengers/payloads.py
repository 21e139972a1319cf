"""The recorded payloads of tests/payloads."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

FOLDER = Path(__file__).parents[3] / "payloads"


def recorded(channel: str, name: str) -> Any:
    """A recorded payload: JSON, or the fields of a form."""
    file = FOLDER / channel / name
    if file.suffix == ".form":
        return dict(parse_qsl(file.read_text("ascii").rstrip("\n"), keep_blank_values=True))
    return json.loads(file.read_text("ascii"))


def fields(value: Any, at: str = "") -> set[str]:
    """Every path to a field, lists without their places: what two payloads of a shape share."""
    if isinstance(value, dict):
        inner = (fields(part, f"{at}.{name}") for name, part in value.items())
        return {f"{at}.{name}" for name in value}.union(*inner)
    if isinstance(value, list):
        return set().union(*(fields(part, f"{at}[]") for part in value))
    return set()
