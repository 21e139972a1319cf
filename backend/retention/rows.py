"""Kinds that are rows of one table, by a moment in them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Table,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Base
from backend.retention.found import Found
from backend.retention.periods import Kind, Rows

#: The country of each client.
Countries = Mapping[str, str]


async def find_rows(
    session: AsyncSession, name: str, kind: Kind, countries: Countries, now: datetime
) -> Found:
    """What is older than it may be."""
    table, is_due = _chosen(kind, countries, now)
    moment = table.c[_rows(kind).moment]
    found = (await session.execute(select(func.count(), func.min(moment)).where(is_due))).one()
    return Found(name, found[0], found[1])


async def remove_rows(
    session: AsyncSession, kind: Kind, countries: Countries, now: datetime, at_most: int
) -> int:
    """Removes some of them; how many."""
    table, is_due = _chosen(kind, countries, now)
    key = list(table.primary_key.columns)
    some = select(*key).where(is_due).limit(at_most)
    chosen = tuple_(*key).in_(some) if len(key) > 1 else key[0].in_(some)
    return cast(CursorResult[Any], await session.execute(delete(table).where(chosen))).rowcount


def _rows(kind: Kind) -> Rows:
    assert kind.rows is not None
    return kind.rows


def _chosen(kind: Kind, countries: Countries, now: datetime) -> tuple[Table, ColumnElement[bool]]:
    rows = _rows(kind)
    table = Base.metadata.tables[rows.table]
    conditions = [_is_past(table, kind, countries, now)]
    conditions += [table.c[name].is_(None) for name in rows.is_null]
    conditions += [table.c[name].is_not(None) for name in rows.not_null]
    if rows.unreferenced:
        conditions += [
            ~exists().where(column == table.c[own]) for column, own in _references(table)
        ]
    return table, and_(*conditions)


def _is_past(table: Table, kind: Kind, countries: Countries, now: datetime) -> ColumnElement[bool]:
    rows = _rows(kind)
    moment, past = table.c[rows.moment], kind.before(now)
    if rows.client is None:
        return moment < past
    client = table.c[rows.client]
    elsewhere = [name for name, country in countries.items() if country in kind.countries]
    special = [
        and_(client == name, moment < kind.before(now, countries[name])) for name in elsewhere
    ]
    usual = and_(or_(client.is_(None), client.not_in(elsewhere)), moment < past)
    return or_(usual, *special)


def _references(table: Table) -> list[tuple[ColumnElement[Any], str]]:
    """The columns of other tables that point at this one, each with the column it points at."""
    return [
        (key.parent, key.column.name)
        for other in Base.metadata.tables.values()
        for key in other.foreign_keys
        if key.column.table is table
    ]
