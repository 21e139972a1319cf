"""Late interest of each country, worked out by hand.

Every row: the principal in major units, the due day, the day of payment, how many days at which
rate, and the interest. The interest is principal x (days x rate + days x rate) / (100 x year),
rounded half up to the currency's minor unit. The sources of the rates stand in the countries' files;
those that the rows use are named beside them.
"""

from datetime import date
from decimal import Decimal

import pytest

from backend.plans import Debtor, jurisdiction
from backend.plans.law.late_interest import RateUnknown
from backend.plans.ledger.balance import balance_on
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind
from backend.plans.ledger.terms import statutory_interest

TABLE = [
    # räntelagen (1975:635) ss. 6 and 9: 11 % for 2025 H1, 10 % for 2025 H2 (own knowledge).
    # 10 000 x (30 x 11 + 31 x 10) / 36 500 = 175.3425
    ("SE", 10_000, "2025-05-31", "2025-07-31", [(30, "11"), (31, "10")], "175.34"),
    # 12 % for 2024 H2 (busforeningen.se). 4 500 x (31 x 12 + 31 x 11) / 36 500 = 87.9041
    ("SE", 4_500, "2024-11-30", "2025-01-31", [(31, "12"), (31, "11")], "87.90"),
    # forsinkelsesrenteloven s. 3: 12.5 % for 2025 H1 (FOR-2024-12-19-3279), then 12.25 %.
    # 10 000 x (15 x 12.5 + 15 x 12.25) / 36 500 = 101.7123
    ("NO", 10_000, "2025-06-15", "2025-07-15", [(15, "12.5"), (15, "12.25")], "101.71"),
    # 12 % for 2026 H1 (kred.no). 3 000 x (30 x 12.25 + 31 x 12) / 36 500 = 60.7808
    ("NO", 3_000, "2025-12-01", "2026-01-31", [(30, "12.25"), (31, "12")], "60.78"),
    # renteloven s. 5: 10.75 % for 2025 H1, 9.75 % for 2025 H2.
    # 5 000 x (29 x 10.75 + 62 x 9.75) / 36 500 = 125.5137
    ("DK", 5_000, "2025-06-01", "2025-08-31", [(29, "10.75"), (62, "9.75")], "125.51"),
    # 9.75 % for 2026 H1 too. 12 000 x 59 x 9.75 / 36 500 = 189.1233
    ("DK", 12_000, "2026-01-31", "2026-03-31", [(59, "9.75")], "189.12"),
    # korkolaki (633/1982) s. 4: 10.5 % for 2025 H1 (sttinfo.fi 70785866), 9.5 % for 2025 H2.
    # 1 000 x (10 x 10.5 + 20 x 9.5) / 36 500 = 8.0822
    ("FI", 1_000, "2025-06-20", "2025-07-20", [(10, "10.5"), (20, "9.5")], "8.08"),
    # 9.5 % for 2026 H1 (Suomen Pankki). 486 x (31 x 9.5 + 28 x 9.5) / 36 500 = 7.4631
    ("FI", 486, "2025-12-31", "2026-02-28", [(59, "9.5")], "7.46"),
    # lög nr. 38/2001 s. 6: 15 % to March 2026, 15.25 % in April (derived from the key rate).
    # 100 000 x (16 x 15 + 15 x 15.25) / 36 500 = 1 284.2466, in whole krónur
    ("IS", 100_000, "2026-03-15", "2026-04-15", [(16, "15"), (15, "15.25")], "1284"),
    # 45 000 x 59 x 15 / 36 500 = 1 091.0959, in whole krónur
    ("IS", 45_000, "2025-12-31", "2026-02-28", [(59, "15")], "1091"),
]


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(("code", "principal", "due", "paid", "spans", "interest"), TABLE)
def test_late_interest_is_that_of_the_countrys_law(
    code: str, principal: int, due: str, paid: str, spans: list[tuple[int, str]], interest: str
):
    country = jurisdiction(code)
    unit = 10**country.minor_digits
    clock = statutory_interest(country, Debtor.CONSUMER, on(due), DayCount.ACT_365F)
    entry = Entry(on(due), EntryKind.PRINCIPAL, principal * unit)
    balance = balance_on(on(paid), [entry], clock, CLAIMED)
    assert Decimal(balance.running_interest) / unit == Decimal(interest)
    seen: dict[Decimal, int] = {}
    for part in balance.segments:  # two half-years may have the same rate
        seen[part.rate] = seen.get(part.rate, 0) + part.days
    assert seen == {Decimal(rate): days for days, rate in spans}


@pytest.mark.parametrize(
    ("principal", "due", "paid", "interest"),
    [
        # 29 days of June, 60 of July and August: 5 000 x (29 x 10.75 + 60 x 9.75) / 36 000 = 124.5486
        (5_000, "2025-06-01", "2025-08-31", 12_455),
        # both ends are the 30th: 12 000 x 60 x 9.75 / 36 000 = 195.00
        (12_000, "2026-01-31", "2026-03-31", 19_500),
    ],
)
def test_a_calculator_with_months_of_thirty_days_is_an_alternative(
    principal: int, due: str, paid: str, interest: int
):
    """As a long-standing calculator counts (ingmar.dk, morarente): twelve months of thirty days."""
    clock = statutory_interest(jurisdiction("DK"), Debtor.CONSUMER, on(due), DayCount.THIRTY_E_360)
    assert clock.rounded(clock.numerator(principal * 100, on(due), on(paid))) == interest


def test_a_business_may_owe_another_rate_than_a_consumer():
    """Korkolaki s. 4 a: eight points above the reference of 2.5 and not seven.

    1 000 x 30 x 10.5 / 36 500 = 8.6301; 1 000 x 30 x 9.5 / 36 500 = 7.8082.
    """
    start, paid = on("2026-01-31"), on("2026-03-02")
    owed = {}
    for debtor in Debtor:
        clock = statutory_interest(jurisdiction("FI"), debtor, start)
        owed[debtor] = clock.rounded(clock.numerator(100_000, start, paid))
    assert owed == {Debtor.CONSUMER: 781, Debtor.BUSINESS: 863}


@pytest.mark.parametrize("code", ["SE", "NO", "DK", "FI"])
def test_nothing_is_stated_for_the_half_year_that_nobody_knows(code: str):
    clock = statutory_interest(jurisdiction(code), Debtor.CONSUMER, on("2026-05-31"))
    assert clock.numerator(1_000_000, on("2026-05-31"), on("2026-06-30")) > 0
    with pytest.raises(RateUnknown) as raised:
        clock.numerator(1_000_000, on("2026-05-31"), on("2026-07-01"))
    assert raised.value.since == on("2026-07-01")


def test_a_gap_between_the_known_months_is_not_jumped_over():
    """30 000 x 21 x 15.5 / 36 500 = 267.53 to the end of May 2025; June is not known."""
    start = on("2025-05-10")
    clock = statutory_interest(jurisdiction("IS"), Debtor.CONSUMER, start)
    assert clock.rounded(clock.numerator(30_000, start, on("2025-05-31"))) == 268
    with pytest.raises(RateUnknown) as raised:
        clock.numerator(30_000, start, on("2025-12-31"))
    assert raised.value.since == on("2025-06-01")


def test_a_claim_that_fell_due_when_no_rate_was_known_has_none():
    clock = statutory_interest(jurisdiction("IS"), Debtor.CONSUMER, on("2026-08-15"))
    with pytest.raises(RateUnknown) as raised:
        clock.weight(on("2026-08-16"))
    assert raised.value.since == on("2026-08-16")
