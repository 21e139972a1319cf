"""The words that the case tables and the case API share."""

from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Enum
from sqlalchemy.orm import MappedColumn, mapped_column

Word = TypeVar("Word", bound=StrEnum)


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    PLAN = "plan"
    PLAN_BROKEN = "plan_broken"
    PAID = "paid"
    DISPUTED = "disputed"
    ENFORCEMENT = "enforcement"


class EntryKind(StrEnum):
    """What a ledger entry is for, in the order in which parts of a balance are shown.

    A fee is the agency's or the creditor's, a cost is a court's or an enforcement authority's.
    """

    PRINCIPAL = "principal"
    INTEREST = "interest"
    FEE = "fee"
    COST = "cost"
    PAYMENT = "payment"


def column_of(words: type[Word]) -> MappedColumn[Word]:
    """A column that holds one of `words`, written as their values and checked by the database."""
    written = Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=16,
        values_callable=lambda kinds: [kind.value for kind in kinds],
    )
    return mapped_column(written)
