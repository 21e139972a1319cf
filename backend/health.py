"""Is this process alive, can it serve, and how is it doing?"""

import hmac
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, Header
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from backend.clock import utc_now
from backend.conversations.turn_repository import waiting_turns
from backend.handoff.repository import count_waiting_by_client
from backend.metrics.measures import OLDEST_PENDING_SECONDS, PENDING_TURNS, WAITING_HANDOFFS
from backend.problems import not_found
from backend.services import Services, services

router = APIRouter(tags=["health"])
House = Annotated[Services, Depends(services)]


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(house: House) -> JSONResponse:
    """Database and assistant answer; 503 names the one that does not."""
    found = {
        "database": await _database_answers(house),
        "assistant": await _assistant_answers(house),
    }
    return JSONResponse(
        {name: "ok" if well else "away" for name, well in found.items()},
        status_code=200 if all(found.values()) else 503,
    )


@router.get("/metrics")
async def read_metrics(house: House, authorization: Annotated[str, Header()] = "") -> Response:
    """This process's measures. Without METRICS_TOKEN there are none outside a demonstration."""
    wanted = house.settings.metrics_token
    if wanted is None and not house.settings.demo:
        raise not_found()
    if wanted is not None:
        bearer = f"Bearer {wanted.get_secret_value()}"
        if not hmac.compare_digest(authorization.encode(), bearer.encode()):
            raise not_found()
    await _count_what_waits(house)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _database_answers(house: Services) -> bool:
    try:
        async with house.database.transaction() as session:
            await session.execute(text("SELECT 1"))
    except Exception:  # whatever it is, the answer is that it is not there
        return False
    return True


async def _assistant_answers(house: Services) -> bool:
    async with httpx.AsyncClient(timeout=2, trust_env=False) as client:
        for url in house.settings.rasa_urls:
            try:
                if (await client.get(f"{url}/")).status_code != 200:
                    return False
            except httpx.HTTPError:
                return False
    return True


async def _count_what_waits(house: Services) -> None:
    async with house.database.transaction() as session:
        number, oldest = await waiting_turns(session)
        handoffs = await count_waiting_by_client(session)
    PENDING_TURNS.set(number)
    OLDEST_PENDING_SECONDS.set((utc_now() - oldest).total_seconds() if oldest else 0)
    for client in house.clients:
        WAITING_HANDOFFS.labels(client.id).set(handoffs.get(client.id, 0))
