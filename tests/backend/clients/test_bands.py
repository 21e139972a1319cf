"""Bands say one thing about every claim."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from backend.clients.bands import BandFault, band_faults
from backend.plans import Band

BANDS = TypeAdapter(tuple[Band, ...])


def faults(*whens: dict[str, Any]) -> list[BandFault]:
    rules = {
        "instalment": {"at_least": 300},
        "instalments": {"at_most": 12},
        "first_payment": {"within_days": 35},
    }
    context = {"minor_digits": 2}
    bands = BANDS.validate_python([{"when": when, **rules} for when in whens], context=context)
    return list(band_faults(bands, range(10, 90, 10), 100))


@pytest.mark.parametrize(
    "whens",
    [
        [{}],
        [{"balance": {"up_to": 100}}],
        [{"balance": {"up_to": 100}}, {"balance": {"over": 100}}],
        [{"balance": {"over": 100}}, {"balance": {"up_to": 100}}],
        [{"debtor": "business"}, {}],
        [{"debtor": "business"}, {"debtor": "consumer"}],
        [{"broken_plans": {"at_most": 0}}, {"broken_plans": {"at_most": 2}}],
        [{"debtor": "business"}, {"broken_plans": {"at_most": 0}}],
        [
            {"debtor": "consumer", "balance": {"up_to": 100}},
            {"debtor": "business", "balance": {"up_to": 500}},
        ],
        [{"age_days": {"up_to": 90}}, {"age_days": {"over": 90}}],
        [{"age_days": {"up_to": 90}}, {"age_days": {"up_to": 365}}],
        [{"age_days": {"over": 365}, "balance": {"over": 100}}, {}],
        [{"age_days": {"up_to": 90}, "status": ["open"]}, {"age_days": {"over": 60}}],
        [{"balance": {"up_to": 100}}, {"balance": {"over": 100}, "age_days": {"up_to": 180}}],
        [{"status": ["plan_broken"]}, {}],
        [{"status": ["open"]}, {"status": ["plan_broken", "enforcement"]}],
        [{"status": ["open"], "debtor": "business"}, {"status": ["open", "plan_broken"]}],
    ],
)
def test_bands_that_meet_are_right_and_an_exception_may_stand_before_the_rule(whens):
    assert faults(*whens) == []


@pytest.mark.parametrize(
    ("whens", "index", "wrong"),
    [
        (
            [{"balance": {"up_to": 100}}, {"balance": {"over": 80}}],
            1,
            "overlaps with the band of line 10: both hold balances over 80 up to 100",
        ),
        ([{}, {}], 1, "overlaps with the band of line 10: both hold balances over 0"),
        (
            [{}, {"debtor": "business", "balance": {"up_to": 50}}],
            1,
            "is never used for balances over 0 up to 50: the band of line 10 takes them first",
        ),
        (
            [{"broken_plans": {"at_most": 2}}, {"broken_plans": {"at_most": 0}}],
            1,
            "is never used for balances over 0: the band of line 10 takes them first",
        ),
        (
            [{"balance": {"up_to": 100}}, {"balance": {"over": 120.5}}],
            1,
            "leaves a gap: no band holds balances over 100 up to 120.5",
        ),
        ([{"balance": {"over": 50}}], 0, "leaves a gap: no band holds balances over 0 up to 50"),
        (
            [
                {"debtor": "consumer"},
                {"debtor": "business", "balance": {"up_to": 10}},
                {"debtor": "business", "balance": {"over": 20}},
            ],
            2,
            "leaves a gap: no band holds balances over 10 up to 20",
        ),
        ([{"balance": {"over": 9, "up_to": 9}}], 0, "holds no balance: `up_to` is not more than"),
        ([{"age_days": {"over": 9, "up_to": 9}}], 0, "holds no claim: `up_to` is not more than"),
        (
            [{"age_days": {"up_to": 90}}, {"age_days": {"over": 60}}],
            1,
            "overlaps with the band of line 10: both hold claims due for 61 to 90 days",
        ),
        (
            [{"status": ["open", "plan"]}, {"status": ["plan", "enforcement"]}],
            1,
            "overlaps with the band of line 10: both hold plan",
        ),
        (
            [{}, {"age_days": {"over": 365}}],
            1,
            "is never used for balances over 0: the band of line 10 takes them first",
        ),
        (
            [{}, {"status": ["open"]}],
            1,
            "is never used for balances over 0: the band of line 10 takes them first",
        ),
        (
            [{"debtor": "consumer"}, {"debtor": "business"}, {}],
            2,
            "is never used: the bands above it take all of its claims",
        ),
        (
            [{"age_days": {"up_to": 90}}, {"age_days": {"over": 180}}],
            1,
            "leaves a gap: no band holds claims due for 91 to 180 days",
        ),
        (
            [{"age_days": {"over": 30}}],
            0,
            "leaves a gap: no band holds claims due for up to 30 days",
        ),
        (
            [{"balance": {"up_to": 100}, "age_days": {"up_to": 90}}, {"balance": {"over": 100}}],
            1,
            "leaves a gap: no band holds balances over 0 up to 100 of claims due for more than 90",
        ),
        (
            [{"status": ["open", "disputed"]}],
            0,
            "has disputed in it, and nothing is agreed about such a claim",
        ),
    ],
)
def test_an_overlap_and_a_gap_are_found(whens, index: int, wrong: str):
    (fault,) = faults(*whens)
    assert fault.index == index
    assert fault.wrong.startswith(wrong)
    assert fault.cure


def test_a_gap_for_everybody_is_told_once():
    assert len(faults({"balance": {"up_to": 10}}, {"balance": {"over": 20}})) == 1
