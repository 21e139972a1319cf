"""Sums as people name them, in the minor units that the case API takes."""

from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_precision


def minor(value: Any, currency: str) -> int:
    """A number in major units in minor ones, what is smaller left out: 500 kronor are 50000 öre."""
    return int(Decimal(str(value)).scaleb(get_currency_precision(currency)).to_integral_value())
