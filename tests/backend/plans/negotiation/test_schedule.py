from hypothesis import given
from hypothesis import strategies as st

from backend.plans.negotiation.schedule import Size, by_amount, evenly, payments


def test_an_amount_takes_as_many_payments_as_it_has_to():
    assert payments(486000, by_amount(486000, 50000)) == (50000,) * 9 + (36000,)


def test_an_amount_above_the_total_is_one_payment():
    assert by_amount(486000, 500000) == Size(486000, 1)


def test_a_total_that_comes_out_even_is_divided_evenly():
    assert payments(48600, evenly(48600, 12)) == (4050,) * 12


def test_a_total_that_does_not_come_out_even_leaves_the_smaller_part_for_the_last():
    assert payments(1000, evenly(1000, 3)) == (334, 334, 332)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_payments_of_an_amount_sum_to_the_total(total, amount):
    instalment, number = by_amount(total, amount)
    assert 0 < total - instalment * (number - 1) <= instalment


@given(st.integers(1, 60), st.integers(0, 10**6))
def test_payments_of_a_number_sum_to_the_total(number, more):
    total = number * number + more
    parts = payments(total, evenly(total, number))
    assert (len(parts), sum(parts)) == (number, total)
    assert 0 < parts[-1] <= min(parts)
