"""A small project in two languages with nothing wrong, and a way of breaking it."""

import shutil
from pathlib import Path

import pytest

from backend.designing import Finding, check

SMALL = Path(__file__).with_name("project")


class Broken:
    """A copy of the small project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def changes(self, file: str, old: str, new: str) -> "Broken":
        """Replaces the first `old` in a file."""
        path = self.folder / file
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")
        return self

    def adds(self, file: str, more: str) -> "Broken":
        """Adds to the end of a file."""
        with (self.folder / file).open("a", encoding="utf-8") as opened:
            opened.write(more)
        return self

    def found(self) -> list[Finding]:
        """All findings."""
        return check(self.folder)

    def told(self) -> list[tuple[str, int, str]]:
        """File, line and kind of each finding."""
        return [(one.file, one.line, one.kind) for one in self.found()]

    def kinds(self) -> set[str]:
        """The kinds of the findings."""
        return {one.kind for one in self.found()}


@pytest.fixture
def project(tmp_path: Path) -> Broken:
    """The copy."""
    folder = tmp_path / "project"
    shutil.copytree(SMALL, folder)
    return Broken(folder)
