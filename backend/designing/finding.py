"""One thing that a designer should know; findings.yml has the words."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("findings.yml")


@dataclass(frozen=True, order=True)
class Finding:
    """Where something is wrong, what, and what to do about it. An error stops a release."""

    file: str
    line: int
    kind: str
    says: str
    cure: str
    is_error: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.says}\n    {self.cure}"


def finding(file: str, line: int, kind: str, **values: Any) -> Finding:
    """A finding of a kind of findings.yml, whose placeholders are `values`."""
    words = read_kinds()[kind]
    return Finding(
        file=file,
        line=line,
        kind=kind,
        says=words["says"].format(**values),
        cure=words["do"].format(**values),
        is_error=words["level"] == "error",
    )


@cache
def read_kinds() -> dict[str, dict[str, str]]:
    """The kinds of findings: level, what is wrong, what to do."""
    kinds: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return kinds
