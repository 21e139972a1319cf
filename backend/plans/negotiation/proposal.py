"""What the debtor wishes."""

from dataclasses import dataclass, fields
from datetime import date

_LARGEST = {
    "amount": 10**12,
    "instalments": 1000,
    "duration_months": 1000,
    "day_of_month": 31,
    "down_payment": 10**12,
}
_YEARS = range(2000, 2101)


@dataclass(frozen=True)
class Proposal:
    """The terms that the debtor named; each of them may be missing.

    `amount` and `down_payment` are minor units of the claim's currency, `instalments` is the number
    of payments (the down payment not among them), `end_date` the day by which all is to be paid,
    `first_date` the day of the first payment, `day_of_month` 1-31 the pay day of the others,
    `rhythm` a word such as "monthly" (one that no plan knows is allowed here, and countered).

    Raises ValueError for what cannot be meant: a number that is not whole, not positive or absurdly
    large, a date that is not of this age.
    """

    amount: int | None = None
    instalments: int | None = None
    duration_months: int | None = None
    end_date: date | None = None
    first_date: date | None = None
    day_of_month: int | None = None
    rhythm: str | None = None
    down_payment: int | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value is None:
                continue
            if field.name in _LARGEST:
                _check_number(field.name, value)
            elif field.name == "rhythm":
                _check_word(field.name, value)
            else:
                _check_date(field.name, value)


def _check_number(name: str, value: object) -> None:
    if type(value) is not int:
        raise ValueError(f"{name} is to be a whole number, not {value!r}")
    if not 1 <= value <= _LARGEST[name]:
        raise ValueError(f"{name} is to be between 1 and {_LARGEST[name]}, not {value}")


def _check_word(name: str, value: object) -> None:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name} is to be a word, not {value!r}")


def _check_date(name: str, value: object) -> None:
    if type(value) is not date:
        raise ValueError(f"{name} is to be a date without a time, not {value!r}")
    if value.year not in _YEARS:
        raise ValueError(f"{name} is to be in a year {_YEARS[0]}-{_YEARS[-1]}, not {value}")
