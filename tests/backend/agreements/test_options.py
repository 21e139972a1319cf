"""What the rules allow before anything was wished."""

import httpx
import pytest

LIMITS = (
    "smallest_instalment",
    "most_instalments",
    "first_payment_latest",
    "currency",
    "examples",
    "referral",
)


async def options(api: httpx.AsyncClient, case: str) -> dict:
    return (await api.get(f"/api/cases/{case}/plan-options")).json()


async def test_the_options_are_those_of_this_balance(api: httpx.AsyncClient):
    found = await options(api, "SE-1001")
    assert {name: found[name] for name in LIMITS} == {
        "smallest_instalment": 40500,
        "most_instalments": 12,
        "first_payment_latest": "2026-12-23",
        "currency": "SEK",
        "examples": [
            {"instalments": 12, "instalment": 40500, "total": 486000},
            {"instalments": 6, "instalment": 81000, "total": 486000},
            {"instalments": 3, "instalment": 162000, "total": 486000},
        ],
        "referral": None,
    }
    assert found["costs"] == {"fee": 0, "notices": 0, "interest": 0}
    assert found["deferral"] == {"at_most_days": 30}


@pytest.mark.parametrize(
    ("case", "smallest", "most"),
    [("NO-1001", 40500, 12), ("DK-1001", 40500, 12), ("FI-1001", 4050, 12), ("IS-1001", 5400, 12)],
)
async def test_each_country_has_its_own_figures(
    api: httpx.AsyncClient, case: str, smallest: int, most: int
):
    found = await options(api, case)
    assert (found["smallest_instalment"], found["most_instalments"]) == (smallest, most)


async def test_a_small_debt_has_few_examples_and_none_twice(api: httpx.AsyncClient):
    found = await options(api, "FI-1008")
    assert found["smallest_instalment"] == 3000
    assert [example["instalments"] for example in found["examples"]] == [4, 3, 2]


async def test_where_only_a_person_may_say_the_options_name_the_rule(api: httpx.AsyncClient):
    found = await options(api, "SE-1005")
    assert (found["referral"], found["examples"]) == ("disputed", [])
    assert found["smallest_instalment"] is None
