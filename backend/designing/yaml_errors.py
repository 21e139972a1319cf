"""Reads a YAML file of the designers, or tells what is wrong with it and where."""

from pathlib import Path
from typing import Any

import yaml

from backend.designing.located import read_located
from backend.yaml_faults import LETTERS, fault_of


class SyntaxProblem(Exception):
    """A file that cannot be read. `cure` is a kind of yaml_faults.yaml."""

    def __init__(self, file: Path, line: int, cure: str) -> None:
        super().__init__(f"{file.name}:{line}")
        self.file, self.line, self.cure = file, line, cure


def read_yaml(file: Path) -> Any:
    """The file's content with lines. Raises SyntaxProblem."""
    try:
        content = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.read_bytes()[: error.start]
        raise SyntaxProblem(file, before.count(b"\n") + 1, LETTERS) from error
    try:
        return read_located(content)
    except yaml.YAMLError as error:
        fault = fault_of(content, error)
        raise SyntaxProblem(file, fault.line, fault.kind) from error
