"""Why a YAML file cannot be read: the line and the likely cause, with words for people.

The kinds of causes, how each is known, and what is said of it are in yaml_faults.yaml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_suffix(".yaml")
#: A character that no YAML may hold, or letters in another encoding.
LETTERS = "letters"
_OTHER = "other"
_QUOTES = ("'", '"')
_OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


@dataclass(frozen=True)
class YamlFault:
    """The line (from 1) and a kind of yaml_faults.yaml."""

    line: int
    kind: str

    @property
    def says(self) -> str:
        """What is wrong."""
        return read_words()[self.kind]["says"]

    @property
    def cure(self) -> str:
        """What to do about it."""
        return read_words()[self.kind]["do"]


def fault_of(content: str, error: yaml.YAMLError) -> YamlFault:
    """The likely cause of an error that reading the content has met."""
    if not isinstance(error, yaml.MarkedYAMLError):
        line = content.count("\n", 0, getattr(error, "position", 0) or 0) + 1
        return YamlFault(line, LETTERS)
    mark = error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    said = f"{error.context or ''} {error.problem or ''}"
    unclosed = _unclosed(content, error, at)
    lines = [*content.splitlines(), ""]
    near = [number for number in (at, at - 1) if 0 <= number < len(lines)]
    for cause in _data()["order"]:
        if cause.get("found") in unclosed:
            return YamlFault(unclosed[cause["found"]] + 1, cause["kind"])
        if "line" in cause:  # the parser may notice only on the next line
            for number in near:
                if re.search(cause["line"], lines[number]):
                    return YamlFault(number + 1, cause["kind"])
        if "said" in cause and re.search(cause["said"], said):
            return YamlFault(at + 1, cause["kind"])
    return YamlFault(at + 1, _OTHER)


def _unclosed(content: str, error: yaml.MarkedYAMLError, at: int) -> dict[str, int]:
    """The lines (from 0) of a quotation mark and of a bracket that seem to be closed nowhere."""
    found: dict[str, int] = {}
    open_brackets: list[yaml.Token] = []
    try:
        for token in yaml.scan(content, Loader=yaml.SafeLoader):
            start, end = token.start_mark.line, token.end_mark.line
            if isinstance(token, yaml.ScalarToken) and token.style in _QUOTES:
                if start < end == at:  # it ran on to the next mark
                    found["quote"] = start
            elif isinstance(token, _OPENING):
                open_brackets.append(token)
            elif isinstance(token, _CLOSING) and open_brackets:
                opened = open_brackets.pop()
                if _OPENING.index(type(opened)) != _CLOSING.index(type(token)):
                    found.setdefault("bracket", opened.start_mark.line)
    except yaml.MarkedYAMLError as met:
        if "quoted scalar" in (met.context or "") and met.context_mark:
            found["quote"] = met.context_mark.line
    if open_brackets:
        found.setdefault("bracket", open_brackets[-1].start_mark.line)
    return found


@cache
def read_words() -> Mapping[str, Mapping[str, str]]:
    """What is said of each kind, and what to do."""
    words: Mapping[str, Mapping[str, str]] = _data()["words"]
    return words


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return data
