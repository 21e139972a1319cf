"""The lines of a file of cases, and rows about them."""

import json
from pathlib import Path
from typing import Any

Case = dict[str, Any]


def cases(folder: Path, name: str) -> list[Case]:
    """The cases of `<name>.jsonl`."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def row(what: str, measured: str, compared: str = "") -> dict[str, str]:
    """A row of the table."""
    return {"what": what, "measured": measured, "compared": compared}


def share(right: int, of: int) -> str:
    """A share in percent with its counts."""
    return f"{100 * right / of:.1f} % ({right} of {of})"
