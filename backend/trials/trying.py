"""Trying a client's file on all that was wished since a day."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backend.clients import Client
from backend.database import Database
from backend.trials.batches import parts_of
from backend.trials.lines import COLUMNS, columns
from backend.trials.rules_of_day import RulesOfDay
from backend.trials.stored import stored_wishes
from backend.trials.summary import Summary
from backend.trials.trial import Tried


@dataclass(frozen=True)
class Attempt:
    """A file (`client`) beside the client that is `served`, on what was wished since a day."""

    served: Client
    client: Client
    since: date
    today: date

    @property
    def before(self) -> RulesOfDay:
        """The rules in force."""
        return RulesOfDay.of(self.served, self.today)

    @property
    def after(self) -> RulesOfDay:
        """The rules of the file's last version, whenever it begins."""
        return RulesOfDay.of(self.client, self.client.rule_book.versions[-1].start)


async def try_rules(
    database: Database, attempt: Attempt, table: Path | None, processes: int
) -> Summary:
    """What would change; each wish that does is a line of the `table` (CSV, UTF-8), if one is named."""
    summary = Summary()
    wishes = stored_wishes(database, attempt.client.id, attempt.since)
    digits = attempt.client.jurisdiction.minor_digits
    with _lines(table) as lines:
        async for part in parts_of(wishes, attempt.before, attempt.after, processes):
            summary.join(part.summary)
            lines.extend(part.changed, digits)
    return summary


class _Lines:
    """Where the wishes that change are written: nowhere, without a writer."""

    def __init__(self, writer: Any = None) -> None:
        self._writer = writer

    def extend(self, changed: list[Tried], minor_digits: int) -> None:
        """Writes a line for each."""
        if self._writer is not None:
            self._writer.writerows(columns(tried, minor_digits) for tried in changed)


@contextmanager
def _lines(table: Path | None) -> Iterator[_Lines]:
    if table is None:
        yield _Lines()
        return
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        yield _Lines(writer)
