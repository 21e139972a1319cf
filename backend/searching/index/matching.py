"""Whether an entry holds the words of a search, asked in the words of the database that is there."""

from sqlalchemy import ColumnElement, Text, cast, column, literal, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncSession

from backend.searching.index.folding import words_in
from backend.searching.models import SearchEntry

MOST_WORDS = 5
_MOST_PARTS = 10
_INDEX = table("search_index", column("rowid"), column("words"))


def parts_of(search: str) -> list[str]:
    """What has to be there, folded; one that ends with `*` is the beginning of a word.

    Each word that was typed counts as a beginning; of one with signs in it (a reference, an amount)
    the last part does. What is more than a search may hold does not count.
    """
    parts: dict[str, None] = {}
    for typed in search.split()[:MOST_WORDS]:
        *whole, begun = words_in(typed) or [""]
        parts.update(dict.fromkeys([*whole, *([f"{begun}*"] if begun else [])]))
    return list(parts)[:_MOST_PARTS]


def holds(session: AsyncSession, parts: list[str]) -> ColumnElement[bool]:
    """For a query over SearchEntry: the entry holds all the parts."""
    if session.get_bind().dialect.name == "postgresql":
        return SearchEntry.words.op("@@")(cast(_tsquery(parts), TSQUERY))
    found = select(_INDEX.c.rowid).where(_INDEX.c.words.match(_fts(parts)))
    return SearchEntry.number.in_(found)


def _fts(parts: list[str]) -> str:
    """No part can hold a quotation mark: it is a sign between words."""
    return " AND ".join(f'"{part[:-1]}"*' if part.endswith("*") else f'"{part}"' for part in parts)


def _tsquery(parts: list[str]) -> ColumnElement[str]:
    quoted = [f"'{part[:-1]}':*" if part.endswith("*") else f"'{part}'" for part in parts]
    return literal(" & ".join(quoted), Text)
