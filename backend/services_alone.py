"""The services without the application, for commands that are run beside it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backend.app import make_services
from backend.database import Database
from backend.live.opening import open_live
from backend.services import Services
from backend.settings import Settings


@asynccontextmanager
async def services_alone(settings: Settings) -> AsyncIterator[Services]:
    """The services over the product's own database, as long as the command runs."""
    database = Database(settings.database_url)
    try:
        async with open_live(settings.redis_url) as live:
            services = make_services(settings, database, live)
            try:
                yield services
            finally:
                await services.assistant.close()
    finally:
        await database.close()
