"""Which names the program uses: what a text, a button or an action is looked up by."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from backend.designing.project import Project

#: A name made of so few letters of its own would fit everything.
_SHORTEST_PART = 3


@dataclass
class Named:
    """The names that stand in program files, and the shapes of those that are put together.

    `loose` are the shapes, by folder, that would fit almost every name: they count only there.
    """

    names: set[str] = field(default_factory=set)
    shapes: set[str] = field(default_factory=set)
    loose: dict[Path, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def uses(self, name: str, near: Path | None = None) -> bool:
        """Whether the name is written anywhere, or could be put together, most loosely `near`."""
        shapes = self.shapes | (self.loose.get(near, set()) if near else set())
        return name in self.names or any(re.fullmatch(shape, name) for shape in shapes)


def words_of_code(project: Project) -> set[str]:
    """Every name in the program and in the data beside it: what a value may be called."""
    named = used_names(project.folder, ("actions", "backend", "assistant"))
    return named.words | named.names


@cache
def used_names(folder: Path, packages: Iterable[str]) -> Named:
    """What the program files and data files of these packages name."""
    named = Named()
    for package in packages:
        for file in (folder / package).rglob("*.py"):
            _read_program(named, file)
        for file in (folder / package).rglob("*.y*ml"):
            if file.parent.name not in ("texts", "responses") and file.name != "buttons.yml":
                named.names.update(_scalars(file))
    return named


def _read_program(named: Named, file: Path) -> None:
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except SyntaxError:  # not a designer's to mend, and the other checks tell of it
        return
    here = file.parent
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)):
                named.names.add(text.replace("-", "_"))
            case ast.JoinedStr(values=parts):
                shapes = named.shapes if _is_telling(parts) else named.loose.setdefault(here, set())
                shapes.add(_shape(parts))
            case ast.keyword(arg=str(name)) | ast.arg(arg=name) | ast.Attribute(attr=name):
                named.words.add(name)
            case ast.Name(id=name):
                named.words.add(name)
            case _:
                pass


def _is_telling(parts: list[ast.expr]) -> bool:
    own = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    return any(len(re.findall("[a-z]", text)) >= _SHORTEST_PART for text in own)


def _shape(parts: list[ast.expr]) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in parts
    )


def _scalars(file: Path) -> Iterator[str]:
    try:
        tokens = list(yaml.scan(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError):  # told of by the check of its own
        return
    for token in tokens:
        if isinstance(token, yaml.ScalarToken):
            yield token.value.replace("-", "_")
