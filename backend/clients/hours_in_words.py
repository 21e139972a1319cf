"""Opening hours as people write them: mån–fre 08:00–17:00."""

from datetime import time
from itertools import groupby

from babel.dates import get_day_names, parse_pattern

from backend.clients.week import Week
from backend.wording import Catalogue

_END_OF_DAY = 24 * 60


def hours_in_words(week: Week, catalogue: Catalogue, territory: str | None = None) -> str:
    """The week in the catalogue's language; neighbouring days with the same hours are one range."""
    locale = catalogue.formatter(territory).locale
    names = get_day_names("abbreviated", "stand-alone", locale)
    ranges = []
    for span, days in groupby(enumerate(week.days), key=lambda day: day[1]):
        if span is None:
            continue
        numbers = [number for number, _ in days]
        first, last = (names[number].rstrip(".") for number in (numbers[0], numbers[-1]))
        named = first if len(numbers) == 1 else f"{first}–{last}"
        opens, closes = (clock_in_words(minutes, catalogue) for minutes in span)
        ranges.append(f"{named} {opens}–{closes}")
    return ", ".join(ranges)


def clock_in_words(minutes: int, catalogue: Catalogue) -> str:
    """Minutes since midnight as a time of day: 08:00, or 24:00 at its end."""
    pattern = str(catalogue.patterns["clock"])
    if minutes == _END_OF_DAY:
        # In CLDR, H is the hour 0-23 and k the hour 1-24.
        pattern = pattern.replace("H", "k")
    at = time(minutes // 60 % 24, minutes % 60)
    return str(parse_pattern(pattern).apply(at, catalogue.formatter().locale))
