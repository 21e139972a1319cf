"""Is this process alive, and can it serve?"""

from typing import Annotated

import httpx
from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from sqlalchemy import text

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
