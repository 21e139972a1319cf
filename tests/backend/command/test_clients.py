"""`./sovinto clients check`, and a start with a wrong file, as an operator sees them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend.command.__main__ import main
from backend.settings import ROOT, Settings

DEMO = Settings(_env_file=None).clients_folder
SECRETS = ("RASA_SECRET", "SERVICE_TOKEN", "PAYMENT_PAGE_SECRET", "SECOND_STEP_KEY")


@pytest.fixture
def wrong_folder(tmp_path: Path) -> Path:
    """One file that is right, and one with two faults."""
    folder = tmp_path / "clients"
    folder.mkdir()
    for client in ("fi-kauppa", "no-mobil"):
        text = (DEMO / f"{client}.yaml").read_text(encoding="utf-8")
        (folder / f"{client}.yaml").write_text(text, encoding="utf-8")
    file = folder / "no-mobil.yaml"
    wrong = file.read_text(encoding="utf-8").replace("at_most: 12", "at_most: 0")
    file.write_text(wrong.replace("within_days: 35", "within_dys: 35", 1), encoding="utf-8")
    return folder


def test_the_files_of_the_demonstration_are_right(capsys: pytest.CaptureFixture[str]):
    assert main(["clients", "check", str(DEMO)]) == 0
    assert "10 right, 0 wrong" in capsys.readouterr().out


def test_each_fault_is_printed_and_the_command_fails(
    wrong_folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["clients", "check", str(wrong_folder)]) == 1
    said = capsys.readouterr().out
    assert "`instalments: at_most: 0` must be at least 1; write how many instalments" in said
    assert "the nearest known key is `within_days`" in said
    assert "1 right, 1 wrong" in said


def test_a_folder_without_files_or_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["clients", "check", str(tmp_path)]) == 2
    assert "docs/clients.md" in capsys.readouterr().out
    assert main(["clients", "check", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in capsys.readouterr().out


def test_production_refuses_to_start_with_a_wrong_file_and_names_it(
    wrong_folder: Path, tmp_path: Path
):
    production = {
        **os.environ,
        **dict.fromkeys(SECRETS, "x" * 40),
        "DEMO": "false",
        "CLIENTS_FOLDER": str(wrong_folder),
        "DATABASE_URL": f"sqlite:///{tmp_path}/never.sqlite3",
    }
    started = subprocess.run(
        [sys.executable, "-m", "backend"],
        cwd=ROOT,
        env=production,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert started.returncode == 1
    assert "Sovinto is not started." in started.stderr
    assert "no-mobil.yaml line" in started.stderr
    assert "Traceback" not in started.stderr
    assert not (tmp_path / "never.sqlite3").exists()
