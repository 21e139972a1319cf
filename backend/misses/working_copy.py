"""The folder whose training files designers teach: the product's own in a demonstration."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.designing.located import Section
from backend.designing.project import CONTRACT, EXAMPLES
from backend.designing.yaml_errors import SyntaxProblem, read_yaml
from backend.settings import ROOT, Settings


class WorkingCopyMissing(Exception):
    """None is set, or it cannot be written."""


class WorkingCopy:
    """A folder with nlu_data/. Raises WorkingCopyMissing where there is none."""

    def __init__(self, settings: Settings) -> None:
        folder = settings.working_copy or (ROOT if settings.demo else None)
        if folder is None or not (folder / CONTRACT).is_file():
            raise WorkingCopyMissing
        self.folder = folder

    def is_writable(self) -> bool:
        """Whether lines can be put into its files."""
        return os.access(self.folder / EXAMPLES, os.W_OK)

    def contract(self) -> dict[str, Section]:
        """The intents of each subject. Raises SyntaxProblem."""
        content = read_yaml(self.folder / CONTRACT)
        return content if isinstance(content, dict) else {}

    def subject_of(self, intent: str) -> str | None:
        """The subject, and so the file, that an intent belongs to. Raises SyntaxProblem."""
        found = (subject for subject, intents in self.contract().items() if intent in intents)
        return next(found, None)

    def file(self, language: str, subject: str) -> Path:
        """A training file, as a path within the folder. Raises WorkingCopyMissing."""
        path = EXAMPLES / language / f"{subject}.yml"
        if not (self.folder / path).is_file():
            raise WorkingCopyMissing
        return path

    @contextmanager
    def locked(self, file: Path) -> Iterator[Path]:
        """The file on the disk; no other process of the product writes to its folder meanwhile."""
        whole = (self.folder / file).resolve()
        folder = os.open(whole.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield whole
        finally:
            os.close(folder)  # which unlocks it


def read_text(file: Path) -> str:
    """A file as it is written. Raises SyntaxProblem when it is not UTF-8 or no YAML."""
    read_yaml(file)
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


def write_text(file: Path, content: str) -> None:
    """Writes a file in one step: whoever reads it meets the old or the new one.

    Raises WorkingCopyMissing when it cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=file.parent, prefix=".", delete=False
        ) as written:
            written.write(content)
        shutil.copymode(file, written.name)
        os.replace(written.name, file)
    except OSError as error:
        raise WorkingCopyMissing from error


__all__ = ["SyntaxProblem", "WorkingCopy", "WorkingCopyMissing", "read_text", "write_text"]
