"""The commands of whoever works on the server: users, retention, the audit's seals, secrets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend.command import __main__ as commands
from backend.settings import get_settings

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Runs a command over a database of its own; exit code and what was printed."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/own.sqlite3")
    get_settings.cache_clear()

    def run(*arguments: str) -> tuple[int, str]:
        code = commands.main(list(arguments))
        return code, capsys.readouterr().out

    yield run
    get_settings.cache_clear()


WHO = ("--email", "vera@staff.example", "--name", "Vera Kallio", "--language", "fi")
ALL = ("--client", "*")


def test_the_first_administrator_comes_into_being(command: Command) -> None:
    code, told = command("users", "add", "--role", "administrator", *WHO, *ALL)
    assert code == 0
    password = told.strip().splitlines()[-1]
    assert len(password) == 20
    code, told = command("users", "list")
    assert told.strip() == "vera@staff.example  administrator  *"
    assert password not in told


def test_what_is_missing_or_there_already_is_told(command: Command) -> None:
    assert command("users", "add", "--role", "agent") == (
        2,
        "Please give --email and --name and --language and --client "
        "(a client's id, or '*' for all).\n",
    )
    assert command("users", "add", "--role", "agent", *WHO, *ALL)[0] == 0
    code, told = command("users", "add", "--role", "agent", *WHO, *ALL)
    assert (code, "email-taken" in told) == (2, True)
    code, told = command("users", "off", "--email", "nobody@staff.example")
    assert (code, "no user" in told) == (2, True)
    code, told = command("users", "add", "--role", "agent", *WHO[2:], *ALL, "--email", "vera")
    assert (code, "--email" in told) == (2, True)


def test_the_last_administrator_stays(command: Command) -> None:
    command("users", "add", "--role", "administrator", *WHO, *ALL)
    code, told = command("users", "off", "--email", "vera@staff.example")
    assert (code, "last-administrator" in told) == (2, True)


def test_a_user_is_switched_off_and_on_and_gets_a_new_password(command: Command) -> None:
    command("users", "add", "--role", "agent", "--client", "se-energi", *WHO)
    assert command("users", "off", "--email", "vera@staff.example")[0] == 0
    assert "(off)" in command("users", "list")[1]
    assert command("users", "on", "--email", "vera@staff.example")[0] == 0
    code, told = command("users", "password", "--email", "vera@staff.example")
    assert (code, len(told.strip().splitlines()[-1])) == (0, 20)


def test_retention_tells_each_kind_of_data(command: Command) -> None:
    code, told = command("retention", "--dry-run")
    assert code == 0
    assert "conversations_without_case" in told
    assert "other in" in told
    assert command("retention")[0] == 0


def test_an_audit_that_nobody_touched_fits(command: Command) -> None:
    command("users", "add", "--role", "agent", *WHO, *ALL)
    code, told = command("audit", "check")
    assert (code, told) == (0, "0 seals fit.\n")  # they are put on while the product runs


def test_a_clients_secret_is_told_under_its_name(command: Command) -> None:
    code, told = command("secrets", "se-energi")
    assert code == 0
    assert told.startswith("SE_ENERGI_PAYMENT_PAGE_SECRET=")
    code, told = command("secrets", "nobody")
    assert (code, "There is no client nobody" in told) == (2, True)


def test_nobody_gets_all_clients_by_leaving_them_out(command: Command) -> None:
    code, told = command("users", "add", "--role", "agent", *WHO)
    assert (code, "'*' for all" in told) == (2, True)
    assert command("users", "list")[1] == ""
