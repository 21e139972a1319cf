"""`./sovinto retention`."""

from pathlib import Path

import pytest

from backend.command import retention
from backend.command.__main__ import main
from backend.settings import Settings


def test_the_table_writes_one_day_and_several_days_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/x.sqlite3")
    monkeypatch.setattr(retention, "get_settings", lambda: settings)
    assert main(["retention", "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "  1 day  " in shown
    assert "1 days" not in shown
    assert "1 years" not in shown
