"""The house style as far as a program can hold to it: tone.yml has the words, limits.yaml the numbers."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import RESPONSES, Project
from backend.designing.texts import Wording, limits, wordings

_FILE = Path(__file__).parents[1] / "tone.yml"
_SENTENCE_ENDS = re.compile(r"[.?:](?=\s|$)")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_BRACKETED_ENDING = re.compile(r"\w\([a-zåäöæøðþ]{1,3}\)")
_LONG_WORD = 7


def check_tone(project: Project) -> Iterator[Finding]:
    """Texts that shout, blame, threaten, ask twice, or go on for too long."""
    for folder in project.text_folders:
        to_debtors = folder == RESPONSES
        for language, catalogue in project.catalogues(folder).items():
            file = (folder / f"{language}.yml").as_posix()
            heard = list(wordings(catalogue))
            for wording in heard:
                yield from _shouts(file, wording.line, wording.text)
                yield from _ending(file, wording)
                if to_debtors:
                    yield from _words(file, wording.line, wording.text, language)
                    yield from _goes_on(file, wording)
            for title in (catalogue.get("buttons") or {}).values():
                yield from _title(file, str(title), line_of(title), language)
            if to_debtors and language in limits()["texts"]["lix_languages"]:
                yield from _hard(file, [wording.text for wording in heard])


def _shouts(file: str, line: int, text: str) -> Iterator[Finding]:
    if "!" in text:
        yield finding(file, line, "exclamation")


def _ending(file: str, wording: Wording) -> Iterator[Finding]:
    if found := _BRACKETED_ENDING.search(wording.text):
        yield finding(file, wording.line, "bracketed_ending", word=found[0])


def _words(file: str, line: int, text: str, language: str) -> Iterator[Finding]:
    for why, words in _words_of(language):
        if found := words.search(text):
            yield finding(file, line, f"tone_{why}", word=found[0])


def _goes_on(file: str, wording: Wording) -> Iterator[Finding]:
    numbers = limits()["texts"]
    plain = _PLACEHOLDER.sub("000", wording.text)
    sentences = len(_SENTENCE_ENDS.findall(plain))
    if plain.count("?") > numbers["most_questions"]:
        yield finding(file, wording.line, "two_questions", name=wording.name)
    if len(plain) > numbers["longest"]:
        most = numbers["longest"]
        yield finding(
            file, wording.line, "too_long", name=wording.name, count=len(plain), most=most
        )
    elif sentences > numbers["most_sentences"]:
        yield finding(file, wording.line, "many_sentences", name=wording.name, count=sentences)


def _title(file: str, title: str, line: int, language: str) -> Iterator[Finding]:
    yield from _shouts(file, line, title)
    yield from _words(file, line, title, language)
    longest = limits()["texts"]["longest_button"]
    if "{" not in title and len(title) > longest:
        yield finding(file, line, "button_too_long", title=title, count=len(title), most=longest)


def _hard(file: str, texts: list[str]) -> Iterator[Finding]:
    """LIX: words a sentence, and the share of words of more than six letters in percent."""
    plain = [_PLACEHOLDER.sub("000", text) for text in texts]
    words = [word for text in plain for word in re.findall(r"\w+", text)]
    sentences = sum(max(1, len(_SENTENCE_ENDS.findall(text))) for text in plain)
    if words:
        long = sum(len(word) >= _LONG_WORD for word in words)
        lix = len(words) / sentences + 100 * long / len(words)
        most = limits()["texts"]["hardest"]
        if lix >= most:
            yield finding(file, 1, "hard_to_read", lix=round(lix), most=most)


@cache
def _words_of(language: str) -> list[tuple[str, re.Pattern[str]]]:
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return [
        (why, re.compile(rf"(?<!\w)(?:{'|'.join(by_language[language])})(?!\w)"))
        for why, by_language in content.items()
        if by_language.get(language)
    ]
