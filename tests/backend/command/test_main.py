"""The commands are the files of the folder."""

import subprocess
from typing import Any

import pytest

from backend.command import __main__ as commands
from backend.command import check
from backend.settings import ROOT, get_settings


def test_each_command_is_named_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.main(["--help"])
    told = capsys.readouterr().out
    assert "chat" in told
    assert "Says in plain words" in told


@pytest.mark.parametrize("arguments", [[], ["dance"], ["check", "--loudly"]])
def test_what_is_no_command_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(arguments)
    assert ended.value.code == 2


def test_breaking_off_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(_: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", broken_off)
    assert commands.main(["check"]) == 130


def test_it_can_be_run_from_elsewhere() -> None:
    done = subprocess.run([ROOT / "sovinto", "--help"], cwd="/", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_is_not_set_is_told_in_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMO", "false")
    get_settings.cache_clear()
    assert commands.main(["users", "list"]) == 2
    get_settings.cache_clear()
    assert "\nSERVICE_TOKEN: " in capsys.readouterr().err
