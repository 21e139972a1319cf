"""Money is a whole number of the currency's minor unit; people write it in the major one."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo


def to_minor(amount: Decimal, minor_digits: int) -> int:
    """`amount` in major units as minor units: 37.5 with two digits is 3750.

    Raises ValueError when the amount has more decimals than the currency.
    """
    minor = amount.scaleb(minor_digits)
    if not minor.is_finite() or minor != minor.to_integral_value():
        raise ValueError(f"{amount} is not a sum of money with {minor_digits} decimals")
    return int(minor)


def _as_written(value: object, info: ValidationInfo) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("an amount is written as a number, such as 300 or 37.5")
    if info.context is None:
        raise ValueError("an amount can be read only when its currency is known")
    return to_minor(Decimal(str(value)), info.context["minor_digits"])


Minor = Annotated[int, BeforeValidator(_as_written), Field(ge=0)]
"""A field of a data file that is written in major units and read as minor ones (never negative)."""
