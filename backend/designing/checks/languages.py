"""Each text, button and intent is there in every language, and in no fewer."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import CONTRACT, EXAMPLES, RESPONSES, Project

#: What an intent is called in the figures.
_NAME_OF_INTENT = "intent_"
_PARTS = {"texts": "text", "buttons": "button"}


def check_languages(project: Project) -> Iterator[Finding]:
    """What is missing in a language, and what stands in too few to be meant."""
    for folder in project.text_folders:
        catalogues = project.catalogues(folder)
        for part, what in _PARTS.items():
            sections = {language: read.get(part) or {} for language, read in catalogues.items()}
            yield from _uneven(folder, what, sections)
        for language in project.languages:
            if folder != RESPONSES and language not in catalogues:
                file = (folder / f"{language}.yml").as_posix()
                yield finding(file, 1, "language_without_file", language=language)
    for language in project.languages:
        if not (project.folder / RESPONSES / f"{language}.yml").is_file():
            file = (RESPONSES / f"{language}.yml").as_posix()
            yield finding(file, 1, "language_without_texts", language=language)
        yield from _intents(project, language)
    yield from _neighbours(project)
    yield from _names_for_analysts(project)


def _uneven(folder: Path, what: str, sections: dict[str, Any]) -> Iterator[Finding]:
    counts = Counter(name for section in sections.values() for name in section)
    for name, count in counts.items():
        has = sorted(language for language, section in sections.items() if name in section)
        for language, section in sections.items():
            file = (folder / f"{language}.yml").as_posix()
            if 2 * count <= len(sections) and name in section:
                line = next(line_of(known) for known in section if known == name)
                lacking = ", ".join(sorted(set(sections) - set(has)))
                yield finding(file, line, "extra_name", what=what, name=name, lacking=lacking)
            elif 2 * count > len(sections) and name not in section:
                line = line_of(section)
                yield finding(
                    file, line, "missing_name", what=what, name=name, example=f"{has[0]}.yml"
                )


def _intents(project: Project, language: str) -> Iterator[Finding]:
    for subject, intents in project.subjects.items():
        path = EXAMPLES / language / f"{subject}.yml"
        if not (project.folder / path).is_file():
            yield finding(path.as_posix(), 1, "subject_missing", subject=subject)
        elif project.is_readable(path):
            entries = project.read(path).get("nlu") or []
            names = [entry.get("intent") for entry in entries if isinstance(entry, dict)]
            for intent in intents:
                if intent not in names:
                    yield finding(path.as_posix(), 1, "intent_missing", intent=intent)
            for name in names:
                if name not in project.intents:
                    line = line_of(name)
                    yield finding(path.as_posix(), line, "intent_unknown", intent=name)
                elif project.intents[name] != subject:
                    belongs = f"{project.intents[name]}.yml"
                    yield finding(
                        path.as_posix(),
                        line_of(name),
                        "intent_elsewhere",
                        intent=name,
                        right=belongs,
                    )


def _neighbours(project: Project) -> Iterator[Finding]:
    for intents in project.subjects.values():
        for intent, about in intents.items():
            for neighbour in (about or {}).get("not", []):
                if neighbour not in project.intents:
                    yield finding(
                        CONTRACT.as_posix(),
                        line_of(intent),
                        "neighbour_unknown",
                        intent=intent,
                        neighbour=neighbour,
                    )


def _names_for_analysts(project: Project) -> Iterator[Finding]:
    """Intents that have no name where the others have one."""
    for folder in project.text_folders:
        texts = {name for read in project.catalogues(folder).values() for name in read["texts"]}
        named = sum(_NAME_OF_INTENT + intent in texts for intent in project.intents)
        if 2 * named < len(project.intents) or not named:
            continue
        for intents in project.subjects.values():
            for intent in intents:
                if (name := _NAME_OF_INTENT + intent) not in texts:
                    yield finding(
                        CONTRACT.as_posix(),
                        line_of(intent),
                        "intent_without_name",
                        intent=intent,
                        name=name,
                        folder=folder.as_posix(),
                    )
