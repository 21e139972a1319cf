"""Placeholders are the same in each language, can be written, and have a value somewhere."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.project import Catalogues, Project
from backend.designing.texts import Wording, wordings
from backend.designing.usage import words_of_code
from backend.wording.catalogue import AS_BEFORE, PLAIN
from backend.wording.formatting import TextFormatter


def check_placeholders(project: Project) -> Iterator[Finding]:
    """Braces, values and ways of writing, and wordings that leave somebody without an answer."""
    known = words_of_code(project) | set(project.domain("slots")) | set(project.domain("entities"))
    for folder in project.text_folders:
        catalogues = project.catalogues(folder)
        usual = _usual_values(catalogues)
        for language, catalogue in catalogues.items():
            file = (folder / f"{language}.yml").as_posix()
            nouns = catalogue.get("nouns") or {}
            for wording in wordings(catalogue):
                yield from _written(file, wording, nouns)
                yield from _given(file, wording, known, usual)
            yield from _answers_nobody(file, catalogues, language)


def _written(file: str, wording: Wording, nouns: dict[str, Any]) -> Iterator[Finding]:
    try:
        for value, way in wording.placeholders:
            if not value.isidentifier():
                yield finding(file, wording.line, "placeholder_without_name", name=wording.name)
            elif way and way not in nouns and not hasattr(TextFormatter, f"write_{way}"):
                yield finding(file, wording.line, "way_unknown", value=value, way=way)
    except ValueError:
        yield finding(file, wording.line, "brace_open", name=wording.name)


def _given(
    file: str, wording: Wording, known: set[str], usual: dict[str, set[str]]
) -> Iterator[Finding]:
    for value in wording.values:
        if value.isidentifier() and value not in known:
            yield finding(file, wording.line, "value_unknown", value=value, name=wording.name)
        elif value not in usual[wording.name]:
            yield finding(file, wording.line, "value_only_here", value=value, name=wording.name)
    for value in wording.when:
        if value not in known:
            yield finding(file, wording.line, "value_unknown", value=value, name=wording.name)


def _usual_values(catalogues: Catalogues) -> dict[str, set[str]]:
    """The values of each text that at least half of the languages name."""
    counts: dict[str, Counter[str]] = {}
    languages: Counter[str] = Counter()
    for catalogue in catalogues.values():
        named: dict[str, set[str]] = {}
        for wording in wordings(catalogue):
            named.setdefault(wording.name, set()).update(wording.values)
        for name, values in named.items():
            counts.setdefault(name, Counter()).update(values)
            languages[name] += 1
    return {
        name: {value for value, count in values.items() if 2 * count >= languages[name]}
        for name, values in counts.items()
    }


def _answers_nobody(file: str, catalogues: Catalogues, language: str) -> Iterator[Finding]:
    """A case that other languages have a wording for and this one has none that fits.

    Plain wordings, and those for what is said again, are left out: where there is none, the usual one
    is said.
    """
    own: dict[str, list[Wording]] = {}
    for wording in wordings(catalogues[language]):
        own.setdefault(wording.name, []).append(wording)
    always = {name for name, mine in own.items() if _either_way(mine)}
    missed: dict[tuple[str, str], int] = {}
    for other in catalogues.values():
        for wording in wordings(other):
            fitting = own.get(wording.name, [])
            if wording.name in always or not fitting or wording.when.keys() & {AS_BEFORE, PLAIN}:
                continue
            if not any(_covers(mine.when, wording.when) for mine in fitting):
                when = ", ".join(f"{key}: {value}" for key, value in wording.when.items())
                when = when or "all other cases"
                missed[wording.name, when] = fitting[0].line
    for (name, when), line in missed.items():
        yield finding(file, line, "case_without_wording", name=name, when=when)


def _either_way(mine: list[Wording]) -> bool:
    """Whether one yes-or-no value, bound alone, has a wording for both."""
    alone = [wording.when for wording in mine if len(wording.when) == 1]
    return any({key: not value} in alone for when in alone for key, value in when.items())


def _covers(mine: dict[str, Any], theirs: dict[str, Any]) -> bool:
    return all(
        key in theirs and _listed(theirs[key]) <= _listed(wanted) for key, wanted in mine.items()
    )


def _listed(value: Any) -> set[str]:
    return {str(one) for one in (value if isinstance(value, list) else [value])}
