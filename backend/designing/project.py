"""The designers' files, each read once; one that cannot be read is told of and left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.located import Section
from backend.designing.yaml_errors import SyntaxProblem, read_yaml

RESPONSES = Path("assistant/responses")
BUTTONS = Path("assistant/buttons.yml")
DOMAIN = Path("assistant/domain")
CONTRACT = Path("nlu_data/contract.yml")
EXAMPLES = Path("nlu_data")
UNSEEN = Path("tests/nlu")
RULES = Path("stories/rules")
STORIES = Path("stories/flows")
#: The demonstration's own pages are no part of what the assistant says.
DEMO = Path("backend/demo")

Catalogues = dict[str, Section]


@dataclass
class Project:
    """A folder of the product, or a working copy of it. `unreadable` is filled while it is read."""

    folder: Path
    unreadable: list[Finding] = field(default_factory=list)
    _read: dict[Path, Any] = field(default_factory=dict)

    def read(self, file: Path) -> Section:
        """The content of a file (a path within the folder); empty when it cannot be read."""
        if file not in self._read:
            self._read[file] = self._content(file)
        content: Section = self._read[file]
        return content

    def files(self, folder: Path, pattern: str = "*.yml") -> list[Path]:
        """The files of a folder, as paths within the project."""
        return sorted(path.relative_to(self.folder) for path in self._in(folder).glob(pattern))

    def is_readable(self, file: Path) -> bool:
        """Whether the file is there and is YAML."""
        return (self._in(file)).is_file() and len(self.read(file)) > 0

    @cached_property
    def languages(self) -> list[str]:
        """The languages that the assistant has training lines in."""
        return sorted(path.name for path in self._in(EXAMPLES).iterdir() if path.is_dir())

    @cached_property
    def subjects(self) -> dict[str, Section]:
        """The contract: the intents of each subject."""
        content = self.read(CONTRACT)
        return {subject: intents for subject, intents in content.items() if intents}

    @cached_property
    def intents(self) -> dict[str, str]:
        """The subject of each intent of the contract."""
        return {intent: subject for subject, intents in self.subjects.items() for intent in intents}

    @cached_property
    def text_folders(self) -> list[Path]:
        """The folders with texts of ours in each language; the assistant's own is the first."""
        found = [path.relative_to(self.folder) for path in self._in("backend").rglob("texts")]
        others = [path for path in found if not path.is_relative_to(DEMO)]
        return [RESPONSES, *sorted(path for path in others if self.catalogues(path))]

    def catalogues(self, folder: Path) -> Catalogues:
        """The text files of a folder that can be read, by language."""
        read = {path.stem: self.read(path) for path in self.files(folder)}
        return {
            language: content
            for language, content in read.items()
            if isinstance(content.get("texts"), Section)
        }

    def domain(self, part: str) -> dict[str, Any]:
        """What the domain's files say under a heading, by name, with the file and the line."""
        return {
            name: (file, getattr(name, "line", 1))
            for file in self.files(DOMAIN)
            for name in _names(self.read(file).get(part))
        }

    def all_files(self) -> Iterator[Path]:
        """Every YAML file that designers edit."""
        yield from (BUTTONS, CONTRACT)
        for folder in (RESPONSES, DOMAIN, RULES, STORIES, *self.text_folders[1:]):
            yield from self.files(folder)
        for folder in (EXAMPLES, UNSEEN):
            yield from self.files(folder, "*/*.yml")

    def _in(self, path: Path | str) -> Path:
        return self.folder / path

    def _content(self, file: Path) -> Section:
        empty = Section()
        empty.line, empty.doubled = 1, []
        try:
            content = read_yaml(self._in(file))
        except SyntaxProblem as problem:
            kind = f"syntax_{problem.cure}"
            self.unreadable.append(finding(file.as_posix(), problem.line, kind))
            return empty
        except FileNotFoundError:
            self.unreadable.append(finding(file.as_posix(), 1, "file_missing"))
            return empty
        return content if isinstance(content, Section) else empty


def _names(part: Any) -> list[Any]:
    """The names of a part of the domain, which is a list of names or a mapping by name."""
    if isinstance(part, dict):
        return list(part)
    return [next(iter(one)) if isinstance(one, dict) else one for one in part or []]
