"""Trying a client's file on all that was wished since a day."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from backend.clients import Client
from backend.database import Database
from backend.trials.batches import parts_of
from backend.trials.lines import COLUMNS
from backend.trials.rules_of_day import RulesOfDay
from backend.trials.stored import stored_wishes
from backend.trials.summary import Summary


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
    rules, with_lines = (attempt.before, attempt.after), table is not None
    with _written(table) as write:
        async for part in parts_of(wishes, *rules, processes, with_lines=with_lines):
            summary.join(part.summary)
            write(part.lines)
    return summary


@contextmanager
def _written(table: Path | None) -> Iterator[Callable[[Iterable[Sequence[str]]], None]]:
    """Writes lines into the table; nowhere, without one."""
    if table is None:
        yield lambda lines: None
        return
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        yield writer.writerows
