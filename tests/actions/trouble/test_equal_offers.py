"""What is told of illness or hardship never makes an offer worse.

The same wish for the same case, with and without the disclosure before it: every sum and every day of the
answer is the same. A word of despair rests the case, which changes no offer either.
"""

from typing import Any

import httpx
import pytest

from actions.trouble.care import Crisis, Hardship
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import Debtor

DISCLOSURES = [("report_hardship", Hardship()), ("express_crisis", Crisis())]
CASES = [
    ("SE-1001", "se-energi", "sv"),
    ("SE-1010", "se-energi", "en"),
    ("NO-1001", "no-mobil", "nb"),
    ("DK-1001", "dk-fitness", "da"),
    ("FI-1001", "fi-kauppa", "fi"),
    ("IS-1001", "is-tryggingar", "is"),
]
#: A wish within the rules and one far below them, so that the nearest offers are compared too.
AMOUNTS = [1, 50_000]


@pytest.mark.parametrize(("intent", "action"), DISCLOSURES, ids=lambda one: str(one)[:16])
@pytest.mark.parametrize(("case", "client", "language"), CASES)
async def test_the_answers_to_the_same_wishes_are_equal(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
    intent: str,
    action: Any,
    case: str,
    client: str,
    language: str,
):
    before = await answers(api, case)
    await Debtor(case, language, client).says(intent, action)
    assert await answers(api, case) == before


async def answers(api: httpx.AsyncClient, case: str) -> list[Any]:  # noqa: F811
    """What the rules answer to the wishes, without the offers' own ids and moments."""
    asked = [
        await api.get(f"/api/cases/{case}/plan-options"),
        await api.get(f"/api/cases/{case}/deferral"),
        await api.post(f"/api/cases/{case}/settlement-offers", json={}),
        await api.post(f"/api/cases/{case}/plan-offers", json={"instalments": 3}),
    ]
    for amount in AMOUNTS:
        asked.append(await api.post(f"/api/cases/{case}/plan-offers", json={"amount": amount}))
    return [_lasting(answer.json()) for answer in asked]


def _lasting(told: Any) -> Any:
    if isinstance(told, dict):
        passing = {"id", "expires_at"}
        return {name: _lasting(value) for name, value in told.items() if name not in passing}
    return [_lasting(one) for one in told] if isinstance(told, list) else told
