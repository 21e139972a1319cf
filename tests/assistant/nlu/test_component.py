"""What is trained anew when a file has changed that is no training line."""

import os
from pathlib import Path

import pytest

from assistant.nlu import concept_lexicon
from assistant.nlu.checksum import checksum
from assistant.nlu.component import TrainedComponent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "words.yml").write_text("owe: [debt]")
    return tmp_path


def test_a_file_that_says_something_else_changes_the_checksum(folder: Path) -> None:
    before = checksum([folder])
    (folder / "below" / "words.yml").write_text("owe: [loan]")
    assert checksum([folder]) != before


def test_a_new_file_changes_the_checksum(folder: Path) -> None:
    before = checksum([folder])
    (folder / "more.yml").touch()
    assert checksum([folder]) != before


def test_a_new_time_and_a_compiled_file_do_not(folder: Path) -> None:
    before = checksum([folder])
    os.utime(folder / "below" / "words.yml", (0, 0))
    (folder / "words.pyc").write_bytes(b"compiled")
    assert checksum([folder]) == before


def test_the_lexicon_of_ideas_is_among_what_is_learnt_from() -> None:
    learnt_from = TrainedComponent.learns_from({})
    assert any(folder in Path(concept_lexicon.__file__).parents for folder in learnt_from)
