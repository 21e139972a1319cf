"""The words that the case tables and the case API share."""

from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Enum
from sqlalchemy.orm import MappedColumn, mapped_column

from backend.plans import EntryKind, InterestBasis

__all__ = ["CaseStatus", "ClaimKind", "EntryKind", "InterestBasis", "column_of"]

Word = TypeVar("Word", bound=StrEnum)


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    PLAN = "plan"
    PLAN_BROKEN = "plan_broken"
    PAID = "paid"
    DISPUTED = "disputed"
    ENFORCEMENT = "enforcement"


class ClaimKind(StrEnum):
    """What a claim rests on, which decides how long it may be collected.

    A purchase (goods, a service), a loan or other debt instrument, or a title such as a judgment.
    """

    PURCHASE = "purchase"
    LOAN = "loan"
    TITLE = "title"


def column_of(words: type[Word], default: Word | None = None) -> MappedColumn[Word]:
    """A column that holds one of `words`, written as their values and checked by the database."""
    written = Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=16,
        values_callable=lambda kinds: [kind.value for kind in kinds],
    )
    if default is None:
        return mapped_column(written)
    return mapped_column(written, default=default, server_default=default.value)
