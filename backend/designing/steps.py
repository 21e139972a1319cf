"""The rules and stories: which steps each has, how it begins and how it ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.designing.located import line_of
from backend.designing.project import RULES, STORIES, Project

Step = tuple[str, Any]
#: The intent that Rasa gives a message that nothing fits.
NOT_UNDERSTOOD = "nlu_fallback"


@dataclass(frozen=True)
class Way:
    """A rule or a story. A step is what it is (intent, action, ...) and which one."""

    kind: str
    name: str
    file: Path
    line: int
    conditions: tuple[Step, ...]
    steps: tuple[Step, ...]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.file.as_posix()}:{self.line}"

    @property
    def start(self) -> tuple[Any, ...]:
        """What has to be for it to act: its conditions, and its steps up to what it does."""
        return (*sorted(map(str, self.conditions)), *map(str, self.steps[: self._acts_at]))

    @property
    def end(self) -> tuple[Step, ...]:
        """What it does."""
        return self.steps[self._acts_at :]

    @property
    def _acts_at(self) -> int:
        later = (at for at, (kind, _) in enumerate(self.steps) if at > 0 and kind == "action")
        return next(later, len(self.steps))

    def named(self, kind: str) -> Iterator[Any]:
        """The names of its steps and conditions of a kind."""
        return (name for what, name in (*self.conditions, *self.steps) if what == kind)


def rules(project: Project) -> list[Way]:
    """All rules, in the order of their files."""
    return list(_ways(project, RULES, "rule"))


def stories(project: Project) -> list[Way]:
    """All stories, in the order of their files."""
    return list(_ways(project, STORIES, "story"))


def _ways(project: Project, folder: Path, kind: str) -> Iterator[Way]:
    plural = {"rule": "rules", "story": "stories"}[kind]
    for file in project.files(folder):
        for written in project.read(file).get(plural) or []:
            if isinstance(written, dict) and kind in written:
                yield Way(
                    kind=kind,
                    name=str(written[kind]),
                    file=file,
                    line=line_of(written[kind]),
                    conditions=tuple(_steps(written.get("condition"))),
                    steps=tuple(_steps(written.get("steps"))),
                )


def _steps(written: Any) -> Iterator[Step]:
    for step in written or []:
        if isinstance(step, dict):
            for kind, name in step.items():
                if kind == "or":
                    yield from _steps(name)
                elif kind == "slot_was_set":
                    yield from (("slot", slot) for slot in _slots(name))
                elif kind in ("intent", "action", "active_loop"):
                    yield str(kind), name


def _slots(written: Any) -> Iterator[Any]:
    for slot in written if isinstance(written, list) else [written]:
        yield next(iter(slot)) if isinstance(slot, dict) else slot
