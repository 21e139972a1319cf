"""By when a payment that was made shows here."""

from datetime import date, timedelta

from backend.clients.profile import Client

_DAY = timedelta(days=1)


def booked_by(client: Client, paid_on: date) -> date:
    """By when a payment made on a day is booked: the client's payment_days, as bank days."""
    bank_days = client.jurisdiction.bank_days
    day = bank_days.on_or_after(paid_on)
    for _ in range(client.payment_days):
        day = bank_days.on_or_after(day + _DAY)
    return day
