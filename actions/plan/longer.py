"""How long more time is: the duration that a message names, counted from a day."""

from calendar import monthrange
from datetime import date, timedelta


def longer(day: str, duration: str) -> str:
    """The day (ISO) so much later; `duration` is ISO 8601 in days or months, P14D or P1M.

    A month from the 31st ends on the last day of a shorter one.
    """
    begun, number = date.fromisoformat(day), int(duration[1:-1])
    if duration.endswith("D"):
        return (begun + timedelta(days=number)).isoformat()
    years, month = divmod(begun.month - 1 + number, 12)
    last = monthrange(begun.year + years, month + 1)[1]
    return date(begun.year + years, month + 1, min(begun.day, last)).isoformat()
