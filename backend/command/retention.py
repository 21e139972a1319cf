"""Removes what has been kept for its time; --dry-run only tells what that is.

How long each kind of data is kept, and why, is in backend/retention/periods.yaml. It may be broken
off and run again at any time. Rasa has to run: it keeps a part of each conversation.
"""

import argparse
import asyncio
from collections.abc import Sequence

from backend.database.migrating import upgrade
from backend.retention.found import Found
from backend.retention.periods import read_periods
from backend.retention.removing import find_due, remove_due
from backend.services_alone import services_alone
from backend.settings import get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Whether it is meant."""
    parser.add_argument("--dry-run", action="store_true", help="changes nothing")


def run(options: argparse.Namespace) -> int:
    """Prints a table; 1 when something that is due had to stay."""
    upgrade(get_settings().database_url)
    found = asyncio.run(_run(dry=options.dry_run))
    print(_table(found, "would be removed" if options.dry_run else "removed"))
    return int(not options.dry_run and any(one.kept_back for one in found))


async def _run(*, dry: bool) -> list[Found]:
    async with services_alone(get_settings()) as house:
        return await (find_due(house) if dry else remove_due(house))


def _table(found: Sequence[Found], what: str) -> str:
    rows = [("kind of data", "kept for", what, "the oldest", "")]
    for one in found:
        kind = read_periods()[one.kind]
        keep = kind.keep.model_dump(exclude_none=True)
        span = " ".join(_counted(number, unit) for unit, number in keep.items())
        if kind.countries:
            span += f"; other in {', '.join(kind.countries)}"
        oldest = f"{one.oldest:%Y-%m-%d}" if one.oldest else "-"
        rows.append((one.kind, span, str(one.count), oldest, one.kept_back or ""))
    widths = [max(len(row[at]) for row in rows) for at in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _counted(number: int, units: str) -> str:
    """`1 day`, `2 days`: a unit of periods.yaml is written in the plural there."""
    return f"{number} {units.removesuffix('s') if number == 1 else units}"
