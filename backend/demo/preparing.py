"""Lays the demonstration's data when the application starts."""

from zoneinfo import ZoneInfo

from backend.demo.seed import seeding
from backend.services import Services
from backend.staff.seed import seed_staff


async def prepare(house: Services) -> None:
    """Cases and staff; what is there already stays as it is."""
    zone = ZoneInfo(next(iter(house.clients)).jurisdiction.time_zone)
    await seeding(house.database, house.clients, house.clock.today(zone))
    await seed_staff(house.database)
