"""Writes down what a user asked for and may not have, and slows down who keeps asking.

What belongs to another client and what is not there look alike from outside: both are written.
"""

from collections.abc import Mapping

from backend.audit import Actor, Subject, write_down
from backend.conversations.refusing import too_fast
from backend.conversations.repository import find_conversation
from backend.live import Live
from backend.problems import Problem
from backend.services import Services
from backend.staff.models import StaffUser

STATUSES = (403, 404)
_CONVERSATION = "conversation"


async def note_refusal(
    house: Services,
    live: Live,
    user: StaffUser,
    path: Mapping[str, str],
    permission: str,
    problem: Problem,
) -> None:
    """Writes the refusal down; `path` are the request's path parameters. Raises too-fast."""
    about = next((Subject(kind, id) for kind, id in path.items()), None)
    async with house.database.transaction() as session:
        client = case = None
        if about is not None and about.kind == _CONVERSATION:
            found = await find_conversation(session, about.id)
            client, case = (found.client, found.case_reference) if found else (None, None)
        write_down(
            session,
            "access.refused",
            Actor.staff(user.id),
            about,
            client=client,
            case=case,
            result="refused",
            needs=permission,
            status=problem.status,
        )
    seconds = await live.limits.spend("refusals_of_a_user", user.id)
    if seconds:
        raise too_fast(house, user.language, seconds)
