"""Until when an offer of today can be accepted."""

from datetime import datetime, time, timedelta

from backend.plans import BankDays

_LAST_SECOND = time(23, 59, 59)


def end_of_tomorrow(now: datetime) -> datetime:
    """What the assistant offers: it is there to offer it again."""
    return _end_of_day_after(now)


def end_of_next_working_day(now: datetime, bank_days: BankDays) -> datetime:
    """What a person offers or approves: over a weekend or a holiday nobody is there to do it again."""
    return _end_of_day_after(now, bank_days)


def _end_of_day_after(now: datetime, bank_days: BankDays | None = None) -> datetime:
    day = now.date() + timedelta(days=1)
    last = day if bank_days is None else bank_days.on_or_after(day)
    return datetime.combine(last, _LAST_SECOND, tzinfo=now.tzinfo)
