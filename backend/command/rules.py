"""Says what a client's rules mean, and what new ones would change.

`check FILE` reads one client's file: what is wrong with it, or its rules in words.
`try FILE --since DATE` answers what debtors wished since then again, by the file's last version
and by the rules in force, and shows what would change; nothing is written but the table of --csv.

    ./sovinto rules check clients/<client>.yaml
    ./sovinto rules try clients/<client>.yaml --since 2026-01-01 --csv changes.csv

Ends with 1 when the file is wrong.
"""

import argparse
import asyncio
import os
from datetime import date
from pathlib import Path

from backend.clients import Client, ClientBook
from backend.clients.checking import check_file
from backend.clients.rules_in_words import page_of_rules
from backend.database import Database
from backend.settings import Settings, get_settings
from backend.texts import known_languages, read_texts
from backend.trials.showing import page
from backend.trials.trying import Attempt, try_rules


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which file."""
    does = parser.add_subparsers(dest="does", required=True, metavar="check|try")
    check = does.add_parser("check", help="what is wrong with a file, or its rules in words")
    check.add_argument("file", type=Path, help="a client's file")
    check.add_argument("--language", choices=known_languages(), help="not the client's own one")
    tries = does.add_parser("try", help="what its last version would change, had it held since")
    tries.add_argument("file", type=Path, help="a client's file")
    tries.add_argument("--since", type=date.fromisoformat, required=True, help="2026-01-01")
    tries.add_argument("--csv", type=Path, help="a table of all wishes that change")
    cores = os.cpu_count() or 1
    tries.add_argument("--processes", type=int, default=cores, help=f"at once; here {cores}")


def run(options: argparse.Namespace) -> int:
    """Checks or tries, and prints."""
    settings = get_settings()
    client = _read(options.file)
    if client is None:
        return 1
    today = settings.assistant_today or date.today()
    if options.does == "try":
        return asyncio.run(_try(settings, client, options, today))
    print(f"{options.file.name} is right.")
    catalogue = read_texts()[options.language or client.home_language]
    print(*page_of_rules(client, catalogue, today), sep="\n")
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


async def _try(settings: Settings, client: Client, options: argparse.Namespace, today: date) -> int:
    served = ClientBook.read(settings.clients_folder, leave_out_wrong_files=True)
    if client.id not in {known.id for known in served}:
        print(f"The product serves no {client.id}: nobody has wished for anything there yet.")
        return 1
    database = Database(settings.database_url)
    attempt = Attempt(served.get(client.id), client, options.since, today)
    try:
        summary = await try_rules(database, attempt, options.csv, options.processes)
    finally:
        await database.close()
    print(f"{options.file.name}: its rules{_from(attempt)}, beside those in force on {today},")
    print(f"on what debtors wished since {options.since}:\n")
    print(*page(summary, client.jurisdiction.minor_digits, client.currency), sep="\n")
    return 0


def _from(attempt: Attempt) -> str:
    since = attempt.client.rule_book.versions[-1].start
    return "" if since == date.min else f" from {since} on"
