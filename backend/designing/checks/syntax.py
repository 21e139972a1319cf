"""Every file is YAML, nothing stands in it twice, and each text is a text."""

from collections.abc import Iterator
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.located import Section, line_of
from backend.designing.project import Project


def check_syntax(project: Project) -> Iterator[Finding]:
    """Files that cannot be read, keys that stand twice, and texts that YAML takes for something else."""
    for path in project.all_files():
        for key in _doubled(project.read(path)):
            yield finding(path.as_posix(), key.line, "key_twice", name=key)
    for folder in project.text_folders:
        for language, catalogue in project.catalogues(folder).items():
            file = (folder / f"{language}.yml").as_posix()
            for part in ("texts", "buttons"):
                section = catalogue.get(part) or {}
                for name, value in section.items():
                    for line in _lines_without_text(value, line_of(name)):
                        yield finding(file, line, "not_a_text", name=name)
    yield from project.unreadable


def _doubled(value: Any) -> Iterator[Any]:
    if isinstance(value, Section):
        yield from value.doubled
    for inner in value.values() if isinstance(value, dict) else value or []:
        if isinstance(inner, dict | list):
            yield from _doubled(inner)


def _lines_without_text(value: Any, line: int) -> Iterator[int]:
    """Where a name has no text: of its wordings each that is none, else the name's own line."""
    for wording in value if isinstance(value, list) and value else [value]:
        text = wording.get("text") if isinstance(wording, dict) else wording
        if not isinstance(text, str) or not text.strip():
            yield line_of(wording, line)
