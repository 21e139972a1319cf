"""Messages that go on for too long, on a page and as text messages; buttons that do not fit."""

from collections.abc import Iterator
from math import ceil
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.heard import Heard, heard
from backend.designing.located import line_of
from backend.designing.project import Project
from backend.designing.readability import sentences_of
from backend.designing.samples import said
from backend.designing.texts import Wording, limits

_TEXT_MESSAGE = "sms"


def check_lengths(project: Project) -> Iterator[Finding]:
    """More letters, sentences or questions than are read on a phone."""
    for one in heard(project):
        if one.is_chat:
            for wording in one.wordings:
                yield from _goes_on(one, wording)
                yield from _costs(one, wording)
            for title in one.titles:
                yield from _does_not_fit(one.file, line_of(title), title)


def _goes_on(one: Heard, wording: Wording) -> Iterator[Finding]:
    most = limits()["texts"]
    full = said(wording.text, one.catalogue)
    sentences = len(sentences_of(wording.text, {}))
    named: dict[str, Any] = {"name": wording.name}
    if full.count("?") > most["most_questions"]:
        yield finding(one.file, wording.line, "two_questions", **named)
    if len(full) > most["longest"]:
        numbers = {"count": len(full), "most": most["longest"]}
        yield finding(one.file, wording.line, "too_long", **named, **numbers)
    elif sentences > most["most_sentences"]:
        yield finding(one.file, wording.line, "many_sentences", **named, count=sentences)


def _costs(one: Heard, wording: Wording) -> Iterator[Finding]:
    """The parts of a text message, where the wording may be sent as one."""
    bound = wording.when.get("channel", _TEXT_MESSAGE)
    if _TEXT_MESSAGE not in (bound if isinstance(bound, list) else [bound]):
        return
    rules = limits()["sms"]
    full = said(wording.text, one.catalogue)
    for space in rules["read_as_a_space"]:
        full = full.replace(space, " ")
    outside = sorted(set(full) - set(rules["alphabet"]))
    kind = "otherwise" if outside else "in_alphabet"
    parts = ceil(len(full) / rules["part"][kind])
    if parts > rules["most_parts"][kind]:
        yield finding(
            one.file,
            wording.line,
            "many_parts",
            name=wording.name,
            count=parts,
            most=rules["most_parts"][kind],
            outside=f" ({''.join(outside)} are dear)" if outside else "",
        )


def _does_not_fit(file: str, line: int, title: str) -> Iterator[Finding]:
    longest = limits()["texts"]["longest_button"]
    if "{" not in title and len(title) > longest:
        yield finding(file, line, "button_too_long", title=title, count=len(title), most=longest)
