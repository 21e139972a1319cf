"""Fills the placeholders of a text the way its language writes them.

A placeholder names a value and, after the colon, how it is written:

    {total:money}      a dict {"amount": minor units, "currency": ISO code}   4 860,00 kr
    {due:date}         an ISO date, as the pattern `date` says               25 december 2026
    {due:day}          an ISO date, as the pattern `day` says                25 december
    {due:weekday}      an ISO date, as the pattern `weekday` says            onsdag 25 november
    {at:time}          an ISO date-time with its offset                      onsdag 25 november kl. 09:00
    {at:clock}         the time of day of the same                           09:00
    {rate:percent}     a number of percent                                   9,5 %
    {count:instalment} a number and a noun of the catalogue, in its plural   9 delbetalningar
    {name}             anything else, as it is
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from string import Formatter
from typing import Any

from babel import Locale
from babel.dates import format_time, parse_pattern
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision

Nouns = Mapping[str, Mapping[str, str]]
Patterns = Mapping[str, Any]
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


class TextFormatter(Formatter):
    """Writes values for one locale.

    `nouns` maps a noun to its text for each CLDR plural form. `patterns` holds CLDR patterns: for
    date, day, weekday and clock, `moment` with {day} and {clock}, and `money` for the currencies
    whose CLDR form people of this language would not write.
    """

    def __init__(self, locale: Locale, nouns: Nouns, patterns: Patterns) -> None:
        self.locale = locale
        self._nouns = nouns
        self._patterns = patterns

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        """The text with its values; one that ends in a full stop, as "kr." does, ends its sentence."""
        return _TWO_STOPS.sub(".", super().vformat(format_string, args, kwargs))

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Looks a placeholder up; KeyError names the one that has no value."""
        if isinstance(key, int):
            raise KeyError("a placeholder needs a name")
        return kwargs[key]

    def format_field(self, value: Any, format_spec: str) -> str:
        """Writes one value. KeyError for a way of writing that neither is built in nor a noun."""
        if not format_spec:
            return str(value)
        writer = getattr(self, f"write_{format_spec}", None)
        if writer is not None:
            return str(writer(value))
        return self.write_counted(value, self._nouns[format_spec])

    def write_money(self, money: Mapping[str, Any]) -> str:
        """An amount in minor units with its currency, e.g. 4 860,00 kr."""
        currency = str(money["currency"])
        major = Decimal(int(money["amount"])).scaleb(-get_currency_precision(currency))
        own = self._patterns.get("money", {}).get(currency)
        return format_currency(major, currency, format=own, locale=self.locale)

    def write_number(self, value: int | float | str) -> str:
        """A number with the language's grouping and decimal sign."""
        return format_decimal(Decimal(str(value)), locale=self.locale)

    def write_percent(self, value: int | float | str) -> str:
        """A number of percent: 9.5 becomes 9,5 %."""
        return format_percent(Decimal(str(value)) / 100, format="#,##0.## %", locale=self.locale)

    def write_date(self, value: str | date) -> str:
        """Day, month and year."""
        return self._write_day(value, "date")

    def write_day(self, value: str | date) -> str:
        """Day and month."""
        return self._write_day(value, "day")

    def write_weekday(self, value: str | date) -> str:
        """Weekday, day and month, for a day that is near."""
        return self._write_day(value, "weekday")

    def write_time(self, value: str | datetime) -> str:
        """A moment: weekday, day, month and clock, in the offset that it carries."""
        moment = value if isinstance(value, datetime) else _read_moment(value)
        day = self.write_weekday(moment.date())
        return str(self._patterns["moment"].format(day=day, clock=self.write_clock(moment)))

    def write_clock(self, value: str | datetime) -> str:
        """The time of day of a moment, in the offset that it carries."""
        moment = value if isinstance(value, datetime) else _read_moment(value)
        return str(format_time(moment.time(), self._patterns["clock"], locale=self.locale))

    def write_counted(self, value: int | str, forms: Mapping[str, str]) -> str:
        """A number with its noun in the plural form that CLDR gives for it."""
        number = int(value)
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return form.format(n=self.write_number(number))

    def _write_day(self, value: str | date, pattern: str) -> str:
        day = value if isinstance(value, date) else date.fromisoformat(value[:10])
        return str(parse_pattern(self._patterns[pattern]).apply(day, self.locale))


def _read_moment(written: str) -> datetime:
    """ISO 8601. CPython 3.10, where this runs too, does not know that Z is +00:00."""
    offset = "+00:00" if written.endswith("Z") else ""
    return datetime.fromisoformat(written.removesuffix("Z") + offset)
