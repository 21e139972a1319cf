"""Counts, in memory and over Redis."""

from backend.live import Live, TooFast
from backend.live.limits import read_limits

LIMIT = "failed_sign_ins_for_an_email"
AT_MOST = read_limits()[LIMIT].at_most


async def test_within_the_limit_nobody_waits(live: Live) -> None:
    assert [await live.limits.spend(LIMIT, "a") for _ in range(AT_MOST)] == [0] * AT_MOST


async def test_beyond_the_limit_the_time_to_wait_is_said(live: Live) -> None:
    waits = [await live.limits.spend(LIMIT, "a") for _ in range(AT_MOST + 1)]
    assert 0 < waits[-1] <= read_limits()[LIMIT].seconds


async def test_each_key_has_a_count_of_its_own(live: Live) -> None:
    for _ in range(AT_MOST):
        await live.limits.spend(LIMIT, "a")
    assert await live.limits.spend(LIMIT, "b") == 0


async def test_what_is_given_back_does_not_count(live: Live) -> None:
    for _ in range(AT_MOST + 5):
        assert await live.limits.spend(LIMIT, "a") == 0
        await live.limits.give_back(LIMIT, "a")


def test_the_problem_says_when_to_try_again() -> None:
    response = TooFast("Please wait.", 7).response()
    assert (response.status_code, response.headers["retry-after"]) == (429, "7")
