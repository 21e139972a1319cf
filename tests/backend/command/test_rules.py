"""`./sovinto rules`, as a client's manager sees it."""

import asyncio
import csv
import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from backend.agreements.models import OfferKind
from backend.agreements.offering import offers_for
from backend.agreements.schemas import Terms
from backend.agreements.wishes import Wish
from backend.cases.repository import get_case
from backend.command import rules
from backend.command.__main__ import main
from backend.database.migrating import upgrade
from backend.demo.seed import seeding
from backend.services_alone import services_alone
from backend.settings import Settings
from tests.backend.clients.files import Folder, demo_text
from tests.backend.clients.test_plan_versions import HEAD, PLANS


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder for a file of a test's own."""
    return Folder(tmp_path)


def test_a_right_file_is_told_in_words(folder: Folder, capsys: pytest.CaptureFixture[str]):
    file = folder.has("no-mobil", HEAD + PLANS)
    assert main(["rules", "check", str(file), "--language", "en"]) == 0
    said = capsys.readouterr().out.replace("\xa0", " ")
    assert said.startswith("no-mobil.yaml is right.\n\nIn force since 1 January 2026\n")
    assert "  In enforcement: a person always decides\n" in said
    assert "  Up to 10 000,00 kr, due for 365 days at most\n    · At least 300,00 kr" in said
    assert "  Agents may grant more\n    · Up to 10 000,00 kr\n    · At most 18 instalments" in said
    assert "\nFrom 1 March 2027\n" in said


def test_the_words_are_in_the_clients_own_language(
    folder: Folder, capsys: pytest.CaptureFixture[str]
):
    file = folder.has("no-mobil", HEAD + PLANS)
    assert main(["rules", "check", str(file)]) == 0
    assert "Gjelder siden 1. januar 2026" in capsys.readouterr().out


def test_rules_without_dates_have_no_heading(capsys: pytest.CaptureFixture[str], folder: Folder):
    file = folder.has("no-trening")
    assert main(["rules", "check", str(file)]) == 0
    assert capsys.readouterr().out.startswith("no-trening.yaml is right.\n\n  Opptil")


def test_a_wrong_file_is_told_line_by_line(folder: Folder, capsys: pytest.CaptureFixture[str]):
    file = folder.has("no-trening", demo_text("no-trening"), ("at_most: 6", "at_most: 0"))
    assert main(["rules", "check", str(file)]) == 1
    said = capsys.readouterr().out
    assert "`instalments: at_most: 0` must be at least 1; write how many" in said
    assert "is right" not in said


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["rules", "check", str(tmp_path / "nowhere.yaml")]) == 1
    assert "cannot be read" in capsys.readouterr().out


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A database in which two debtors of one client have wished for plans, on two days."""
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{tmp_path}/x.sqlite3",
        assistant_today=date(2026, 11, 21),
    )
    upgrade(settings.database_url)
    asyncio.run(_wish(settings))
    monkeypatch.setattr(rules, "get_settings", lambda: settings)
    return settings


async def _wish(settings: Settings) -> None:
    asked = [
        ("NO-1001", Terms(amount=45000), 10),
        ("NO-1001", Terms(amount=60000), 11),
        ("NO-1007", Terms(), 11),
        ("SE-1001", Terms(amount=45000), 11),
    ]
    async with services_alone(settings) as house:
        await seeding(house.database, house.clients, date(2026, 11, 1))
        async with house.database.transaction() as session:
            for reference, terms, day in asked:
                case = await get_case(session, reference)
                client = house.clients.get(case.client)
                now = datetime(2026, 11, day, 20, tzinfo=client.zone)
                await offers_for(session, case, client, Wish(OfferKind.PLAN, terms), "nb", now)


def tried(folder: Folder, *more: str, change: tuple[str, str] | None = None) -> int:
    """The exit code of trying the demonstration's file, changed or not."""
    file = folder.has("no-mobil", demo_text("no-mobil"), *([change] if change else []))
    return main(["rules", "try", str(file), "--since", "2026-11-05", "--processes", "1", *more])


@pytest.mark.usefixtures("settings")
def test_trying_the_file_that_is_in_force_changes_nothing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
):
    assert tried(folder) == 0
    said = capsys.readouterr().out
    assert said.startswith("no-mobil.yaml: its rules from 2024-03-01 on, beside those in force")
    assert "the same answer              3  100 %" in said
    assert "another answer               0    0 %" in said


@pytest.mark.usefixtures("settings")
def test_what_would_change_is_shown_with_examples_and_in_a_table(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    table = tmp_path / "changes.csv"
    assert tried(folder, "--csv", str(table), change=("at_least: 300", "at_least: 500")) == 0
    said = capsys.readouterr().out
    assert "NO-1001, 2026-11-10, plan: amount 450.00" in said
    assert "now:    counter 10 x 500.00 (instalment_at_least)" in said
    lines = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    found = {(line["case"], line["before"], line["after"]) for line in lines}
    assert ("NO-1001", "offer", "counter") in found
    assert "SE-1001" not in table.read_text(encoding="utf-8")


@pytest.mark.usefixtures("settings")
def test_earlier_wishes_are_not_tried(folder: Folder, capsys: pytest.CaptureFixture[str]):
    file = folder.has("no-mobil")
    assert main(["rules", "try", str(file), "--since", "2026-11-11", "--processes", "1"]) == 0
    assert "the same answer              2  100 %" in capsys.readouterr().out


@pytest.mark.usefixtures("settings")
def test_a_wrong_file_and_a_client_that_is_not_served_are_not_tried(
    folder: Folder, capsys: pytest.CaptureFixture[str]
):
    assert tried(folder, change=("at_least: 300", "at_least: 0")) == 1
    assert "must be at least 1" in capsys.readouterr().out
    file = folder.has("no-vann", demo_text("no-mobil"), ("id: no-mobil", "id: no-vann"))
    assert main(["rules", "try", str(file), "--since", "2026-11-05"]) == 1
    assert "serves no no-vann" in capsys.readouterr().out


def test_nothing_is_written_to_the_database(settings: Settings, folder: Folder):
    before = _requests(settings)
    assert tried(folder, change=("at_least: 300", "at_least: 500")) == 0
    assert _requests(settings) == before


def _requests(settings: Settings) -> list[str]:
    with sqlite3.connect(settings.database_url.removeprefix("sqlite:///")) as connection:
        return list(connection.iterdump())
