"""One thing that a designer should know; findings.yml has the words."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.yaml_faults import read_words

_FILE = Path(__file__).with_name("findings.yml")


@dataclass(frozen=True, order=True)
class Finding:
    """Where something is wrong, what, and what to do about it. An error stops a release.

    Other findings follow from one that `is_cause`.
    """

    file: str
    line: int
    kind: str
    says: str
    cure: str
    is_error: bool
    is_cause: bool = False

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
        is_cause=bool(words.get("cause")),
    )


@cache
def read_kinds() -> dict[str, dict[str, Any]]:
    """The kinds of findings: level, what is wrong, what to do. `syntax_*` are the faults of YAML."""
    syntax = {
        f"syntax_{kind}": {
            "level": "error",
            "cause": True,
            **{part: _as_it_is(text) for part, text in words.items()},
        }
        for kind, words in read_words().items()
    }
    own: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return syntax | own


def _as_it_is(text: str) -> str:
    """A text without placeholders, as one that has some is written."""
    return text.replace("{", "{{").replace("}", "}}")
