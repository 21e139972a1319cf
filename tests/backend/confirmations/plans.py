"""Made-up plans, as the confirmation takes them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from backend.confirmations.document import (
    Confirmation,
    Ending,
    HowToPay,
    Instalment,
    Part,
    Renewal,
    Sender,
    Words,
)

AGREED_AT = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
USUAL = Renewal(years=3, longer=False)
#: 60 letters, some of which only one of the languages has.
LONG_NAME = "Aleksandra Wilhelmina Þórhildardóttir-Æbelø Strömsholmsbergq"


def a_plan(
    instalments: int = 12,
    total: int = 486_000,
    *,
    country: str = "SE",
    currency: str = "SEK",
    debtor: str = "Alva Sparv",
    origin: str = "El i augusti",
    costs: int = 0,
    interest_stopped: bool = True,
    renewal: Renewal | None = USUAL,
    undo_until: date | None = None,
    settlement: bool = False,
    forgiven: int = 0,
    ending: Ending | None = None,
    words: Words | None = None,
    label: str = "bankgiro",
) -> Confirmation:
    """A plan of equal payments on the 25th, the last with what division leaves over."""
    each = total // instalments
    amounts = [each] * (instalments - 1) + [total - each * (instalments - 1)]
    return Confirmation(
        country=country,
        sender=Sender(
            "Lind Energi", "#0b6b5b", "Almhuset", "08-465 004 12", "https://almhuset.example"
        ),
        debtor=debtor,
        case="L-1",
        creditor="Lind Energi",
        origin=origin,
        invoice="F-1",
        plan="5f2c" * 8,
        rules_version="0123456789abcdef",
        agreed_at=AGREED_AT,
        currency=currency,
        total=total,
        schedule=tuple(
            Instalment(at + 1, date(2026 + (11 + at) // 12, (11 + at) % 12 + 1, 25), amount)
            for at, amount in enumerate(amounts)
        ),
        parts=(Part("principal", total - costs + forgiven - 18_000), Part("fee", 18_000)),
        costs=costs,
        paying=HowToPay(label, "5050-1055", "1012", "Almhuset klientmedel"),
        interest_stopped=interest_stopped,
        renewal=renewal,
        settlement=settlement,
        forgiven=forgiven,
        ending=ending,
        undo_until=undo_until,
        words=words,
    )
