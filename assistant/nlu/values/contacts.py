"""Case references, e-mail addresses and telephone numbers, and figures that are none of our values.

They are read before the words, since their figures look like amounts and dates. Every pattern here
has a bounded length, so the scan stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Optional

from .folding import fold_word
from .lexicon import Lexicon
from .written import Written

_EMAIL = re.compile(r"[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NOT_IN_EMAIL = " \n\r<>()[]{},;:\"'!?/\\|="
_REFERENCE_WITH_LETTERS = re.compile(
    r"(?<![\w@.-])([^\W\d_]{1,4})-\d{2,10}(?:-\d{1,10})?(?![\w@-])"
)
_REFERENCE_WITH_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d{2}[-/]\d{5,10}(?![\w-])")
_ANY_REFERENCE = re.compile(r"(?<![\w.,@-])[^\W\d_]{0,5}[-/]?\d[0-9A-Za-z/-]{1,20}(?![\w@-])")
_PHONE = re.compile(r"(?<![\w.,+/-])(?:\+|\()?\d[\d ()-]{3,22}\d(?![\w:%-]|[.,]\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_CLOCK = re.compile(r"(?<![\w.:])\d{1,2}:\d{2}(?![\w:])")
# Identity numbers (masked before they come here), account numbers and payment references.
_NOT_OURS = re.compile(
    r"(?<![\w-])(?:\d{6,8}[-+]\w{4}(?!\w)"
    r"|[A-Za-z]{2}\d{2}(?: ?[\dA-Za-z]{4}){2,7}(?: ?\d{1,4})?(?!\w)"
    r"|\d{4}[. ]\d{2}[. ]\d{5}(?!\w)"
    r"|\d{3} \d{2}(?= [^\W\d_a-z])"  # a postal code before its town
    r"|\d{9,30}(?!\w))"
)


def written_contacts(text: str, lexicon: Lexicon, asked: Optional[str]) -> Iterator[Written]:
    """Everything of this kind, the surer first; the caller keeps what does not overlap."""
    yield from _emails(text)
    yield from _references(text, lexicon, asked)
    yield from _phones(text, lexicon, asked)
    for pattern in (_CLOCK, _NOT_OURS):
        for match in pattern.finditer(text):
            yield Written(match.start(), match.end())


def _emails(text: str) -> Iterator[Written]:
    at = text.find("@")
    while at != -1:
        start, end = at, at + 1
        while start > 0 and at - start < 64 and text[start - 1] not in _NOT_IN_EMAIL:
            start -= 1
        while end < len(text) and end - at < 255 and text[end] not in _NOT_IN_EMAIL:
            end += 1
        address = text[start:end].rstrip(".-_")
        if _EMAIL.fullmatch(address):
            yield Written(start, start + len(address), "email", address.lower())
        at = text.find("@", end)


def _references(text: str, lexicon: Lexicon, asked: Optional[str]) -> Iterator[Written]:
    for match in _REFERENCE_WITH_YEAR.finditer(text):
        yield Written(match.start(), match.end(), "case_reference", match[0])
    for match in _REFERENCE_WITH_LETTERS.finditer(text):
        if not lexicon.knows(fold_word(match[1])):
            yield Written(match.start(), match.end(), "case_reference", match[0].upper())
    for match in _ANY_REFERENCE.finditer(text):
        if asked == "case_reference" or _is_called(text, match.start(), "case_words", lexicon):
            yield Written(match.start(), match.end(), "case_reference", match[0].upper())


def _phones(text: str, lexicon: Lexicon, asked: Optional[str]) -> Iterator[Written]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        if match[0].startswith("+"):
            normal, sure = "+" + digits, 8 <= len(digits) <= 15
        elif digits.startswith("00"):
            normal, sure = "+" + digits[2:], 9 <= len(digits) <= 17
        else:
            shape = tuple(len(group) for group in re.findall(r"\d+", match[0]))
            trunk = lexicon.phone_zero and digits.startswith("0") and 7 <= len(digits) <= 11
            normal, sure = digits, trunk or ("-" not in match[0] and shape in lexicon.phone_shapes)
        called = asked == "phone" or _is_called(text, match.start(), "phone_words", lexicon)
        if sure or (called and 5 <= len(digits) <= 15):
            yield Written(match.start(), match.end(), "phone", normal)


def _is_called(text: str, start: int, words: str, lexicon: Lexicon) -> bool:
    """Whether one of the naming words stands before, with nothing but link words between."""
    before = _WORDS.findall(fold_word(text[max(0, start - 40) : start]))
    for word in reversed(before):
        if word in lexicon.words[words]:
            return True
        if word not in lexicon.words["link_words"]:
            return False
    return False
