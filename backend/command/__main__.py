"""Finds the command: `./sovinto check` runs backend/command/check.py, and so on."""

import argparse
import ast
import importlib
import sys
from pathlib import Path
from typing import Protocol, cast

from backend.clients.faults import ClientFilesWrong
from backend.settings import SettingsWrong

_FOLDER = Path(__file__).parent


class Command(Protocol):
    """What each file here has. Its docstring's first line is what `./sovinto --help` says of it."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Adds the command's options."""

    def run(self, options: argparse.Namespace) -> int:
        """Does it; the process's exit code."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 2 when there is no such or something is not set, 130 when broken off."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="sovinto")
    chosen = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, says in _commands().items():
        sub = chosen.add_parser(name, help=says.partition("\n")[0], description=says)
        if given and given[0] == name:  # only this one's neighbours are loaded
            _load(name).add_options(sub)
    options = parser.parse_args(given)
    try:
        return _load(options.command).run(options)
    except SettingsWrong as wrong:
        print(f"To be set first (docs/operators.md):\n{wrong}", file=sys.stderr)
        return 2
    except ClientFilesWrong as wrong:
        print(f"A client's file is to be mended first:\n{wrong}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


def _commands() -> dict[str, str]:
    """The commands and what their files say of them."""
    return {
        file.stem: ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        for file in sorted(_FOLDER.glob("*.py"))
        if not file.stem.startswith("_")
    }


def _load(name: str) -> Command:
    return cast(Command, importlib.import_module(f"backend.command.{name}"))


if __name__ == "__main__":
    raise SystemExit(main())
