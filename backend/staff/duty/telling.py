"""Supervisors hear that somebody comes, goes, or wraps up; the user's own pages hear it too."""

from backend.live import STAFF_TOPIC, Hub
from backend.staff.models import StaffUser


async def tell_duty(hub: Hub, user: StaffUser) -> None:
    """Tells who share a client with the user that the team has changed."""
    await hub.publish(STAFF_TOPIC, {"type": "duty", "user": user.id, "clients": user.clients})
