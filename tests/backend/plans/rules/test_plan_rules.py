import pytest

from backend.plans import Claim, DataError, Debtor, PlanRules, Rhythm, jurisdiction

BAND = {
    "instalment": {"at_least": 300},
    "instalments": {"at_most": 12},
    "first_payment": {"within_days": 35},
}


def read(*bands, country="SE"):
    return PlanRules.read(list(bands), jurisdiction(country))


def claim(balance, **more):
    return Claim(balance=balance, currency="SEK", **more)


def test_amounts_are_written_in_major_units_and_read_as_minor_ones():
    assert read(BAND).bands[0].instalment.at_least == 30000


def test_a_currency_without_minor_units_keeps_its_amounts():
    band = BAND | {"instalment": {"at_least": 4000}}
    assert read(band, country="IS").bands[0].instalment.at_least == 4000


def test_what_is_left_out_is_monthly_from_the_1st_to_the_28th_from_tomorrow():
    (band,) = read(BAND).bands
    assert band.rhythm == (Rhythm.MONTHLY,)
    assert (band.pay_days.first, band.pay_days.last) == (1, 28)
    assert band.first_payment.not_before_days == 1
    assert band.deferral is None


def test_every_key_of_the_section_is_read():
    band = {
        "when": {
            "balance": {"over": 1000, "up_to": 10000},
            "debtor": "consumer",
            "broken_plans": {"at_most": 0},
        },
        **BAND,
        "rhythm": ["monthly", "weekly"],
        "pay_days": {"from": 2, "to": 27},
        "deferral": {"at_most_days": 30},
        "why": "agreed with the client 2026-03",
    }
    (rules,) = read(band).bands
    assert rules.when.balance.up_to == 1000000
    assert (rules.pay_days.first, rules.pay_days.last) == (2, 27)
    assert rules.why == "agreed with the client 2026-03"


def test_the_first_band_that_fits_is_the_one():
    small = BAND | {"when": {"balance": {"up_to": 10000}}}
    large = BAND | {"instalments": {"at_most": 24}}
    rules = read(small, large)
    assert rules.band_for(claim(1000000)) == rules.bands[0]
    assert rules.band_for(claim(1000001)) == rules.bands[1]


def test_a_band_over_a_balance_does_not_hold_it():
    rules = read(BAND | {"when": {"balance": {"over": 10000}}})
    assert rules.band_for(claim(1000000)) is None


def test_a_band_may_be_for_businesses_only():
    rules = read(BAND | {"when": {"debtor": "business"}})
    assert rules.band_for(claim(1000)) is None
    assert rules.band_for(claim(1000, debtor=Debtor.BUSINESS)) is not None


def test_a_band_may_be_for_those_who_broke_few_plans():
    rules = read(BAND | {"when": {"broken_plans": {"at_most": 1}}})
    assert rules.band_for(claim(1000, broken_plans=1)) is not None
    assert rules.band_for(claim(1000, broken_plans=2)) is None


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"instalment": {"at_leest": 300}}, r"plans\[0\]\.instalment\.at_leest: unknown key"),
        ({"interests": 3}, r"plans\[0\]\.interests: unknown key"),
        ({"instalment": {"at_least": 0}}, r"plans\[0\]\.instalment\.at_least"),
        ({"instalment": {"at_least": -5}}, r"plans\[0\]\.instalment\.at_least"),
        ({"instalment": {"at_least": "300"}}, "written as a number"),
        ({"instalment": {"at_least": True}}, "written as a number"),
        ({"instalment": {"at_least": 300.005}}, "not a sum of money with 2 decimals"),
        ({"instalment": {"at_least": 0.1}}, "too small for so many"),
        ({"instalments": {"at_most": 0}}, r"instalments\.at_most"),
        ({"instalments": {"at_most": 1.5}}, r"instalments\.at_most"),
        ({"first_payment": {"within_days": 1, "not_before_days": 2}}, "more than within_days"),
        ({"pay_days": {"to": 31}}, r"pay_days\.to"),
        ({"pay_days": {"from": 20, "to": 10}}, "from is after to"),
        ({"rhythm": []}, r"rhythm"),
        ({"rhythm": ["hourly"]}, r"rhythm\[0\]"),
        ({"when": {"balance": {"upto": 1}}}, r"when\.balance\.upto: unknown key"),
    ],
)
def test_a_mistake_is_refused_by_the_name_of_its_key(changed, named):
    with pytest.raises(DataError, match=named):
        read(BAND | changed)


def test_the_error_names_every_mistake():
    with pytest.raises(DataError) as error:
        read(BAND | {"a": 1}, BAND | {"b": 2})
    assert str(error.value).splitlines() == ["plans[0].a: unknown key", "plans[1].b: unknown key"]


def test_a_section_that_is_not_a_list_is_refused():
    with pytest.raises(DataError, match="plans"):
        PlanRules.read("300 a month", jurisdiction("SE"))
