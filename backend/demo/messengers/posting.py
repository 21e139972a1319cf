"""Posts to the product's webhook, and again when the product does not answer, as a messenger does."""

import asyncio
from collections.abc import Mapping

import httpx
import structlog

log = structlog.get_logger()

#: Seconds before each try. A messenger goes on for days; a demonstration has less patience.
TRIES = (0.0, 0.3, 1.5)
LONGEST_ANSWER_SECONDS = 15.0


async def post(address: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Posts until the product takes it; gives the last status, 0 when there was no answer."""
    status = 0
    async with httpx.AsyncClient(timeout=LONGEST_ANSWER_SECONDS) as caller:
        for wait in TRIES:
            await asyncio.sleep(wait)
            status = await _post_once(caller, address, body, headers)
            if status != 0 and status < 500:
                break
    if status != 200:
        log.warning("webhook of the demonstration was not taken", status=status)
    return status


async def _post_once(
    caller: httpx.AsyncClient, address: str, body: bytes, headers: Mapping[str, str]
) -> int:
    try:
        return (await caller.post(address, content=body, headers=dict(headers))).status_code
    except httpx.TransportError:
        return 0
