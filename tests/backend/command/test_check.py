"""`./sovinto check`."""

import shutil
from pathlib import Path

import pytest

from backend.command.__main__ import main

SMALL = Path(__file__).parents[1] / "designing" / "project"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "copy"))


def add(folder: Path, file: str, text: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def test_nothing_to_mend_ends_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == "0 to be mended, 0 to be looked at.\n"


def test_an_error_ends_with_1_and_says_where_and_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(
        folder,
        "stories/rules/all.yml",
        "- rule: new\n  steps: [{intent: x}, {action: plan_form}]\n",
    )
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "stories/rules/all.yml:9  'new' waits for the intent x" in told
    assert "correct the name" in told
    assert told.endswith("1 to be mended, 0 to be looked at.\n")


def test_a_warning_ends_with_0_and_may_be_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(folder, "nlu_data/fi/debt.yml", "    - paljonko olen velkaa numero 3\n")
    assert main(["check", str(folder)]) == 0
    assert "To be looked at" in capsys.readouterr().out
    assert main(["check", "--errors", str(folder)]) == 0
    assert capsys.readouterr().out == "0 to be mended, 1 to be looked at.\n"


def test_a_folder_of_something_else_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "no nlu_data" in capsys.readouterr().out
