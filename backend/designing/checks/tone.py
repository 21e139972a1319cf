"""The voice, as far as a program can hold to it: the words of tone/<language>.yml, and how it is typed."""

import re
import unicodedata
from collections.abc import Iterator

from backend.designing.finding import Finding, finding
from backend.designing.heard import Heard, heard
from backend.designing.located import line_of
from backend.designing.project import Project
from backend.designing.ruled_out import languages_with_words, words_found
from backend.designing.texts import limits, wordings

_BRACKETED_ENDING = re.compile(r"\w\([^\W\d_]{1,3}\)")
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z]{4,}(?!\w)")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_PICTURE = "So"  # the Unicode category of pictures and signs


def check_tone(project: Project) -> Iterator[Finding]:
    """Texts that shout, blame, threaten, cheer, claim to feel, or speak like an office."""
    for folder in project.text_folders:
        for language, catalogue in project.catalogues(folder).items():
            file = (folder / f"{language}.yml").as_posix()
            for wording in wordings(catalogue):
                yield from _typed(file, wording.line, wording.text)
            for title in (catalogue.get("buttons") or {}).values():
                yield from _typed(file, line_of(title), str(title))
    for one in heard(project):
        yield from _said(one)
    for language in project.languages:
        if language not in languages_with_words():
            place = f"backend/designing/tone/{language}.yml"
            yield finding(place, 1, "tone_unknown", language=language)


def _said(one: Heard) -> Iterator[Finding]:
    lines = [(wording.line, wording.text) for wording in one.wordings]
    for line, text in [*lines, *((line_of(title), str(title)) for title in one.titles)]:
        yield from _typed(one.file, line, text)
        for word, rule in words_found(_PLACEHOLDER.sub("000", text), one.language):
            kind = f"tone_{rule.kind}"
            yield finding(one.file, line, kind, word=word, why=rule.why, instead=rule.instead)


def _typed(file: str, line: int, text: str) -> Iterator[Finding]:
    """What shouts or winks in any language."""
    if "!" in text:
        yield finding(file, line, "exclamation")
    for sign in text:
        if unicodedata.category(sign) == _PICTURE:
            yield finding(file, line, "picture", sign=sign)
    for word in _CAPITALS.findall(_PLACEHOLDER.sub("000", text)):
        if word == word.upper() and word not in limits()["capitals"]:
            yield finding(file, line, "capitals", word=word)
    if found := _BRACKETED_ENDING.search(text):
        yield finding(file, line, "bracketed_ending", word=found[0])
