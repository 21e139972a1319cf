"""The most that a plan may cost; the acts are named beside each row."""

from datetime import date

import pytest

from backend.plans import jurisdiction
from backend.plans.law.fee_check import BookedFee, FeeFacts
from backend.plans.law.plan_fees import lawful_fees

ON = date(2026, 5, 4)
DUE = date(2026, 1, 5)

# country, principal and what a plan may cost, both in minor units
TABLE = [
    ("SE", 450_000, 17_000),  # lag (1981:739), section 4
    ("FI", 9_000, 2_000),  # laki 513/1999, section 10 a: principal up to 100 euros
    ("FI", 48_600, 3_000),  # the same: up to 1 000
    ("FI", 200_000, 5_000),  # the same: above
    ("IS", 60_000, 2_700),  # reglugerð 37/2009, section 6, without VAT
    ("NO", 450_000, 0),  # not known, so nothing
    ("DK", 450_000, 0),  # not known, so nothing
]


@pytest.mark.parametrize(("country", "principal", "most"), TABLE)
def test_a_plan_costs_no_more_than_the_law_allows(country, principal, most):
    fees = lawful_fees(jurisdiction(country), (), FeeFacts(principal, DUE), ON)
    assert fees.plan == most


@pytest.mark.parametrize("country", ["DK", "FI", "IS", "NO", "SE"])
def test_a_notice_that_no_ceiling_is_known_for_costs_nothing(country):
    assert lawful_fees(jurisdiction(country), (), FeeFacts(450_000, DUE), ON).notice == 0


def test_what_was_taken_before_counts_in_the_ceiling_of_all_fees():
    # Laki 513/1999, section 10 b: 120 euros in all for a principal of 100 to 1 000 euros.
    booked = [
        BookedFee("reminder", 500, date(2026, 1, 20)),
        BookedFee("payment_demand_first", 2_400, date(2026, 2, 5)),
        BookedFee("payment_demand_second", 1_200, date(2026, 2, 25)),
        BookedFee("extension_of_time", 6_000, date(2026, 3, 1)),
    ]
    fees = lawful_fees(jurisdiction("FI"), booked, FeeFacts(48_600, DUE), ON)
    assert fees.plan == 12_000 - 10_100
