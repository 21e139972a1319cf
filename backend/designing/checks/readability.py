"""Messages that are harder to read than a 14-year-old reads; limits.yaml has a limit for each language."""

from collections.abc import Iterator
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.heard import PAGE, Heard, heard
from backend.designing.project import Project
from backend.designing.readability import read
from backend.designing.texts import Wording, limits


def check_readability(project: Project) -> Iterator[Finding]:
    """Hard messages and long sentences, and languages that have no limit."""
    rules = limits()["readability"]
    for language in project.languages:
        if language not in rules:
            place = "backend/designing/limits.yaml"
            yield finding(place, 1, "readability_unknown", language=language)
    for one in heard(project):
        if one.form != PAGE and one.language in rules:
            for wording in one.wordings:
                yield from _hard(one, wording, rules)


def _hard(one: Heard, wording: Wording, rules: dict[str, Any]) -> Iterator[Finding]:
    reading = read([wording.text], one.nouns)
    if reading is None:
        return
    most = rules[one.language]
    named = {"name": wording.name}
    if reading.words >= rules["shortest"] and reading.lix > most["hardest"]:
        found = {"lix": round(reading.lix), "most": most["hardest"]}
        parts = {
            "long": round(reading.share_of_long),
            "sentence": round(reading.words_a_sentence),
        }
        yield finding(one.file, wording.line, "hard_to_read", **named, **found, **parts)
    if reading.longest_sentence > most["longest_sentence"]:
        count = {"count": reading.longest_sentence, "most": most["longest_sentence"]}
        yield finding(one.file, wording.line, "long_sentence", **named, **count)
