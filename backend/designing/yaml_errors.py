"""What is wrong with a YAML file, where, and which kind of cure helps."""

import re
from pathlib import Path
from typing import Any

import yaml

from backend.designing.located import read_located

# How the line itself looks, and then what the parser says: the first that fits tells the cure.
_LOOKS = [
    (re.compile(r"^ *\t"), "tab"),
    (re.compile(r":\s+[{\[].*[}\]]\s*[^\s}\],#]"), "quote"),
]
_CURES = [
    (re.compile(r"'\\t'|tab character"), "tab"),
    (re.compile("quoted scalar|end of stream"), "open_quote"),
    (re.compile("mapping values are not allowed|cannot start any token|alias|anchor|tag"), "quote"),
    (re.compile("expected .*(flow|',' or|node content)|document start"), "quote"),
    (re.compile("expected|block (mapping|collection)"), "indentation"),
]


class SyntaxProblem(Exception):
    """A file that cannot be read. `cure` is tab, quote, open_quote, indentation, letters or other."""

    def __init__(self, file: Path, line: int, cure: str) -> None:
        super().__init__(f"{file.name}:{line}")
        self.file, self.line, self.cure = file, line, cure


def read_yaml(file: Path) -> Any:
    """The file's content with lines. Raises SyntaxProblem."""
    try:
        content = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.read_bytes()[: error.start]
        raise SyntaxProblem(file, before.count(b"\n") + 1, "letters") from error
    try:
        return read_located(content)
    except yaml.MarkedYAMLError as error:
        raise _problem(file, content, error) from error
    except yaml.YAMLError as error:  # a character that no YAML may hold
        raise SyntaxProblem(file, 1, "letters") from error


def _problem(file: Path, content: str, error: yaml.MarkedYAMLError) -> SyntaxProblem:
    said = f"{error.context or ''} {error.problem or ''}"
    line = error.problem_mark.line if error.problem_mark else 0
    written = [*content.splitlines(), ""]
    for number in (line, line - 1):  # the parser may notice only on the next line
        for shape, cure in _LOOKS:
            if 0 <= number < len(written) and shape.search(written[number]):
                return SyntaxProblem(file, number + 1, cure)
    cure = next((cure for shape, cure in _CURES if shape.search(said)), "other")
    if cure == "open_quote" and error.context_mark:
        line = error.context_mark.line
    return SyntaxProblem(file, line + 1, cure)
