"""Every line of the tables is read as the table says."""

from __future__ import annotations

import pytest

from assistant.nlu.values.lexicon_files import languages

from .lines import HERE, Line, lines, written

LANGUAGES = languages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_table_of_forty_lines_or_more(language: str) -> None:
    assert (HERE / f"{language}.yml").exists()
    assert len(lines(language)) >= 40


@pytest.mark.parametrize(
    "line",
    [line for language in LANGUAGES for line in lines(language)],
    ids=lambda line: f"{line.language}: {line.say}",
)
def test_a_line_holds_the_values_of_its_table(line: Line) -> None:
    found = line.found()
    wanted = list(line.read) + [""] * len(found)
    assert [written(one, want) for one, want in zip(found, wanted, strict=False)] == list(line.read)


@pytest.mark.parametrize(
    "line", [line for language in LANGUAGES for line in lines(language)], ids=lambda line: line.say
)
def test_every_value_stands_inside_its_message_and_apart_from_the_others(line: Line) -> None:
    end = 0
    for one in line.found():
        assert end <= one.start < one.end <= len(line.say)
        assert line.say[one.start : one.end].strip()
        end = one.end
