"""What was said of a payment: how much, and when."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_precision

from actions.turn import Turn


@dataclass(frozen=True)
class SaidPayment:
    """`amount` in minor units; `paid_on` an ISO date. `ahead`: the day is still to come."""

    amount: int | None
    paid_on: str | None
    ahead: bool

    @property
    def heard(self) -> str | None:
        """Which of it was said, as texts tell it apart; None when nothing was."""
        if self.paid_on is None:
            return None if self.amount is None else "amount"
        if self.ahead:
            return "ahead" if self.amount is None else "both_ahead"
        return "day" if self.amount is None else "both"

    def values(self, currency: str) -> dict[str, Any]:
        """Placeholders of the texts that say it back."""
        amount = {"amount": self.amount or 0, "currency": currency}
        return {"heard": self.heard, "amount": amount, "paid_on": self.paid_on}

    def note(self, text: str, currency: str) -> str:
        """The person's words with what was made of them, for whoever looks for the payment."""
        major = None
        if self.amount is not None:
            major = f"{Decimal(self.amount).scaleb(-get_currency_precision(currency))} {currency}"
        made = ", ".join(part for part in (major, self.paid_on) if part)
        return f"{text} [{made}]" if made else text


def said_payment(turn: Turn, currency: str, today: str) -> SaidPayment:
    """What the message says of it, in the currency of the case."""
    named, day = turn.value("amount"), turn.value("date")
    amount = None
    if named is not None:
        amount = int(Decimal(str(named)).scaleb(get_currency_precision(currency)))
    paid_on = day if isinstance(day, str) else None
    return SaidPayment(amount, paid_on, ahead=paid_on is not None and paid_on > today)
