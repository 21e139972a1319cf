"""`./sovinto rules check`, as a client's manager sees it."""

from pathlib import Path

import pytest

from backend.command.__main__ import main
from tests.backend.clients.files import Folder, demo_text
from tests.backend.clients.test_plan_versions import HEAD, PLANS


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder for a file of a test's own."""
    return Folder(tmp_path)


def test_a_right_file_is_told_in_words(folder: Folder, capsys: pytest.CaptureFixture[str]):
    file = folder.has("no-mobil", HEAD + PLANS)
    assert main(["rules", "check", str(file)]) == 0
    said = capsys.readouterr().out.replace("\xa0", " ")
    assert said.startswith("no-mobil.yaml is right.\n\nIn force since 1 January 2026\n")
    assert "  In enforcement: a person always decides\n" in said
    assert "  Up to 10 000,00 kr, due for 365 days at most\n    · At least 300,00 kr" in said
    assert "  Agents may grant more\n    · Up to 10 000,00 kr\n    · At most 18 instalments" in said
    assert "\nFrom 1 March 2027\n" in said


def test_the_words_are_in_the_language_that_is_asked_for(
    folder: Folder, capsys: pytest.CaptureFixture[str]
):
    file = folder.has("no-mobil", HEAD + PLANS)
    assert main(["rules", "check", str(file), "--language", "nb"]) == 0
    assert "Gjelder siden 1. januar 2026" in capsys.readouterr().out


def test_rules_without_dates_have_no_heading(capsys: pytest.CaptureFixture[str], folder: Folder):
    file = folder.has("no-trening")
    assert main(["rules", "check", str(file)]) == 0
    assert capsys.readouterr().out.startswith("no-trening.yaml is right.\n\n  Up to")


def test_a_wrong_file_is_told_line_by_line(folder: Folder, capsys: pytest.CaptureFixture[str]):
    file = folder.has("no-trening", demo_text("no-trening"), ("at_most: 6", "at_most: 0"))
    assert main(["rules", "check", str(file)]) == 1
    said = capsys.readouterr().out
    assert "`instalments: at_most: 0` must be at least 1; write how many" in said
    assert "is right" not in said


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["rules", "check", str(tmp_path / "nowhere.yaml")]) == 1
    assert "cannot be read" in capsys.readouterr().out
