"""The route of the case API about reminders."""

import httpx
import pytest

from tests.backend.followup.debtor import Debtor


async def test_it_wants_the_service_token(http: httpx.AsyncClient):
    answer = await http.put("/api/cases/LI-1/reminders", json={"wanted": False})
    assert answer.status_code == 401


async def test_an_unknown_case_is_not_found(api: httpx.AsyncClient):
    answer = await api.put("/api/cases/LI-9/reminders", json={"wanted": False})
    assert answer.status_code == 404


@pytest.mark.parametrize("wrong", [{}, {"wanted": "no"}, {"wanted": None}, {"stop": True}])
async def test_anything_but_yes_or_no_is_refused(
    debtor: Debtor, api: httpx.AsyncClient, wrong: dict[str, object]
):
    answer = await api.put(f"/api/cases/{debtor.case}/reminders", json=wrong)
    assert answer.status_code == 422
