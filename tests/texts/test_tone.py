"""Every text that people in debt read, in every language, follows the house style."""

from functools import cache

import pytest

from backend.designing import Finding, check
from backend.designing.heard import heard
from backend.designing.project import Project
from backend.settings import ROOT

LANGUAGES = Project(ROOT).languages
FILES = {one.file: one.language for one in heard(Project(ROOT))}


@cache
def found() -> list[Finding]:
    return [one for one in check(ROOT) if one.file in FILES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_the_texts_of_a_language(language: str) -> None:
    told = [str(one) for one in found() if FILES[one.file] == language]
    assert told == []
