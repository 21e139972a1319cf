"""Says what a client's rules mean, and what they would have changed.

`check FILE` reads one client's file: what is wrong with it, or its rules in words.

    ./sovinto rules check backend/clients/demo/se-energi.yaml

Ends with 1 when the file is wrong.
"""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from backend.clients import Client
from backend.clients.band_in_words import BandInWords
from backend.clients.checking import check_file
from backend.clients.rules_in_words import RulesInWords
from backend.settings import get_settings
from backend.texts import known_languages, read_texts


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which file."""
    does = parser.add_subparsers(dest="does", required=True, metavar="check")
    check = does.add_parser("check", help="what is wrong with a file, or its rules in words")
    check.add_argument("file", type=Path, help="a client's file")
    check.add_argument("--language", choices=known_languages(), default="en", help="of the words")


def run(options: argparse.Namespace) -> int:
    """Checks and prints."""
    client = _read(options.file)
    if client is None:
        return 1
    today = get_settings().assistant_today or date.today()
    print(f"{options.file.name} is right.")
    print(*_in_words(client, options.language, today), sep="\n")
    return 0


def _read(file: Path) -> Client | None:
    """The client of a file that is right; otherwise what is wrong is printed."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file} cannot be read: {error}")
        return None
    client, faults = check_file(file, text)
    if faults:
        print(*faults, sep="\n")
    return client


def _in_words(client: Client, language: str, today: date) -> Iterator[str]:
    for version in RulesInWords(client, read_texts()[language]).versions(today):
        yield from ("", version.when) if version.when else ()
        yield from (f"  {line}" for line in version.lines)
        for part in (*version.bands, *version.by_hand):
            yield from ("", *_part(part))


def _part(part: BandInWords) -> Iterator[str]:
    yield f"  {part.when}"
    yield from (f"    · {line}" for line in part.lines)
