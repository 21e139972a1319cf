"""`./sovinto followup`."""

import asyncio
from datetime import date, time
from pathlib import Path

import pytest

from backend.command import followup
from backend.command.__main__ import main
from backend.database.migrating import upgrade
from backend.demo.seed import seeding
from backend.services_alone import services_alone
from backend.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A migrated database with the made-up cases, on the Monday of a reminder."""
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{tmp_path}/x.sqlite3",
        assistant_today=date(2026, 11, 30),
        assistant_time=time(10),
    )
    upgrade(settings.database_url)
    asyncio.run(_seed(settings))
    monkeypatch.setattr(followup, "get_settings", lambda: settings)
    return settings


async def _seed(settings: Settings) -> None:
    async with services_alone(settings) as house:
        await seeding(house.database, house.clients, date(2026, 11, 21))


def test_a_dry_run_shows_what_would_be_done_and_does_nothing(
    settings: Settings, capsys: pytest.CaptureFixture[str]
):
    for _ in range(2):
        assert main(["followup", "--dry-run", "--case", "SE-1002"]) == 0
        shown = capsys.readouterr().out
        assert "SE-1002      coming  wait (no_conversation)" in shown
        assert "SE-1002      missed  from 2026-12-07 09:00: instalment 4 of 2026-12-02" in shown


def test_without_it_a_round_is_done(settings: Settings, capsys: pytest.CaptureFixture[str]):
    assert main(["followup"]) == 0
    assert capsys.readouterr().out == "said: 0\n"
    assert main(["followup", "--dry-run", "--case", "SE-1002"]) == 0
    assert "coming  wait" in capsys.readouterr().out


def test_what_waits_for_its_hour_is_due_from_then(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    night = settings.model_copy(update={"assistant_time": time(3)})
    monkeypatch.setattr(followup, "get_settings", lambda: night)
    assert main(["followup", "--dry-run", "--case", "SE-1002"]) == 0
    assert "wait (hours), due from 2026-11-30 09:00" in capsys.readouterr().out


def test_an_unknown_case_is_said_to_be_none(settings: Settings, capsys: pytest.CaptureFixture[str]):
    assert main(["followup", "--dry-run", "--case", "XX-1"]) == 1
    assert capsys.readouterr().out == "There is no case XX-1.\n"
