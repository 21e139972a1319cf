"""A yes agrees only to an offer of the case that it was said about."""

from uuid import uuid4

import httpx
import pytest

from backend.conversations.models import Conversation
from backend.services import Services


@pytest.fixture
async def offer(api: httpx.AsyncClient) -> str:
    answer = await api.post("/api/cases/SE-1001/plan-offers", json={"instalments": 9})
    return answer.json()["offers"][0]["id"]


async def said_in(services: Services, client: str, case: str | None) -> dict[str, str]:
    """The headers of a yes in a conversation about a case."""
    conversation = uuid4().hex
    async with services.database.transaction() as session:
        session.add(
            Conversation(
                id=conversation,
                client=client,
                language="sv",
                access_hash=uuid4().hex,
                case_reference=case,
            )
        )
    return {"Sovinto-Conversation": conversation}


async def accepted(api: httpx.AsyncClient, offer: str, headers: dict, **body: str) -> tuple:
    answer = await api.post(f"/api/plan-offers/{offer}/accept", json=body, headers=headers)
    return answer.status_code, answer.json().get("type", "").removeprefix("/problems/")


@pytest.mark.parametrize(
    ("client", "case"),
    [("se-energi", "SE-1002"), ("dk-fitness", "DK-1001"), ("se-energi", None)],
)
async def test_a_yes_in_a_conversation_about_another_case_agrees_nothing(
    api: httpx.AsyncClient, seeded: Services, offer: str, client: str, case: str | None
):
    headers = await said_in(seeded, client, case)
    assert await accepted(api, offer, headers) == (409, "offer-of-another-case")
    assert (await api.get("/api/cases/SE-1001")).json()["plan"] is None


async def test_it_is_refused_also_when_the_offer_has_become_a_plan(
    api: httpx.AsyncClient, seeded: Services, offer: str
):
    own = await said_in(seeded, "se-energi", "SE-1001")
    assert await accepted(api, offer, own) == (200, "")
    other = await said_in(seeded, "se-energi", "SE-1002")
    assert await accepted(api, offer, other) == (409, "offer-of-another-case")
    assert await accepted(api, offer, own) == (200, "")


async def test_the_case_may_be_named_instead(api: httpx.AsyncClient, offer: str):
    assert await accepted(api, offer, {}, case="SE-1002") == (409, "offer-of-another-case")
    assert await accepted(api, offer, {}, case="SE-1001") == (200, "")


async def test_a_conversation_that_is_kept_elsewhere_tells_nothing(
    api: httpx.AsyncClient, offer: str
):
    assert await accepted(api, offer, {"Sovinto-Conversation": "elsewhere"}) == (200, "")
