"""Enough training lines, none of them twice, and none that understanding is measured on."""

from collections import Counter
from collections.abc import Iterator

from backend.designing.examples import Example, examples, unseen
from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import EXAMPLES, Project
from backend.designing.texts import limits


def check_examples(project: Project) -> Iterator[Finding]:
    """What is wrong with the training lines of each language."""
    for language in project.languages:
        lines = list(examples(project, language))
        yield from _too_few(project, language, lines)
        yield from _twice(lines)
        yield from _measured_on(project, language, lines)


def _too_few(project: Project, language: str, lines: list[Example]) -> Iterator[Finding]:
    counts = Counter(line.intent for line in lines)
    wanted = limits()["examples"]["at_least"]
    for file in project.files(EXAMPLES / language):
        for entry in project.read(file).get("nlu") or []:
            intent = entry.get("intent") if isinstance(entry, dict) else None
            if intent and counts[intent] < wanted:
                yield finding(
                    file.as_posix(),
                    line_of(intent),
                    "too_few_examples",
                    intent=intent,
                    count=counts[intent],
                    wanted=wanted,
                )


def _twice(lines: list[Example]) -> Iterator[Finding]:
    first: dict[str, Example] = {}
    for line in lines:
        other = first.setdefault(line.words, line)
        if other is not line:
            same = other.intent == line.intent
            yield finding(
                line.file.as_posix(),
                line.line,
                "example_twice" if same else "example_of_two",
                text=line.text,
                intent=line.intent,
                other=other.intent,
                place=f"{other.file.as_posix()}:{other.line}",
            )


def _measured_on(project: Project, language: str, lines: list[Example]) -> Iterator[Finding]:
    longer_than = limits()["examples"]["unseen_longer_than"]
    measured = {line.words: line for line in unseen(project, language)}
    for line in lines:
        if len(line.text) > longer_than and (other := measured.get(line.words)):
            yield finding(
                line.file.as_posix(),
                line.line,
                "example_is_measured_on",
                text=line.text,
                place=f"{other.file.as_posix()}:{other.line}",
            )
