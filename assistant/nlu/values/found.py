"""What a reading hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Union

Value = Union[Decimal, int, str]


@dataclass(frozen=True)
class Found:
    """One value that a message holds.

    ``value`` is a `Decimal` in major units for ``amount``; an ``int`` for ``instalments``,
    ``duration`` (whole months) and ``day_of_month``; a ``str`` for the rest. ``date`` is ISO, and so
    are ``skip`` (the first day of the month to leave out, or "next") and ``more_time`` (a duration,
    P14D or P1M). ``rhythm`` is weekly, fortnightly or monthly; ``other`` is what is to be another
    one without a word of which, amount or pay_day; ``together`` is "all".
    ``text[start:end]`` is where it stands in the message as it was handed in.

    ``extra`` holds only what was said: ``currency`` (ISO code), ``bound`` (``at_least`` or
    ``at_most``), ``when`` (``now`` or ``monthly``), ``negated`` (True), for a date that is really
    a stretch of days ``until`` (its last day, ISO), and for one that was said without a month
    ('the 25th') ``day``.
    """

    entity: str
    value: Value
    start: int
    end: int
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def negated(self) -> bool:
        """Whether the message takes this value back ('6, not 5')."""
        return bool(self.extra.get("negated"))

    def json_value(self) -> int | str:
        """The value without floats: whole amounts as ``int``, others as '1500.50'."""
        if not isinstance(self.value, Decimal):
            return self.value
        if self.value == self.value.to_integral_value():
            return int(self.value)
        return str(self.value.quantize(Decimal("0.01")))
