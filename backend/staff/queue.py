"""The lists of handoffs: who waits, whom I have, whom others have, what is done."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.handoff.kinds import HandoffState
from backend.handoff.listing import Wanted, count_handoffs, list_handoffs
from backend.handoff.reasons import reasons
from backend.handoff.repository import count_open_by_client, count_taken_by
from backend.handoff.skills import beyond, skills
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.schemas import Choices, Counts, Listing, OpenOfClient
from backend.staff.shown import show_client, show_handoffs
from backend.staff.signed_in import clients_of

ListName = Literal["waiting", "mine", "taken", "closed"]

_STATES: dict[ListName, tuple[HandoffState, ...]] = {
    "waiting": ("waiting",),
    "mine": ("taken",),
    "taken": ("taken",),
    "closed": ("closed", "returned"),
}
_A_PAGE = 100
_MOST = 200

Word = Annotated[str, Field(max_length=64)] | None


class QueueQuery(BaseModel):
    """Which list, and which part of it. `fits` are those that the user is trained for and speaks.

    `after` is the id of the handoff that the page before ended with.
    """

    model_config = ConfigDict(extra="forbid")

    state: ListName = "waiting"
    client: Word = None
    language: Word = None
    reason: Word = None
    fits: bool = False
    after: Word = None
    limit: Annotated[int, Field(ge=1, le=_MOST)] = _A_PAGE


async def list_queue(house: Services, user: StaffUser, query: QueueQuery) -> Listing:
    """A page of one list, how long that list is, and how long each is without any filter."""
    clients = clients_of(house, user)
    wanted = _wanted(user, query, clients)
    async with house.database.transaction() as session:
        handoffs = await list_handoffs(session, wanted, after=query.after, at_most=query.limit)
        mine = await count_taken_by(session, clients, user.id)
        counted = await count_open_by_client(session, clients)
        return Listing(
            items=await show_handoffs(session, house, handoffs),
            total=await count_handoffs(session, wanted),
            counts=_counts(counted, mine),
        )


def show_choices(house: Services, user: StaffUser) -> Choices:
    """By what the user can filter the lists."""
    clients = [house.clients.get(id) for id in clients_of(house, user)]
    return Choices(
        clients=[show_client(client, house.clock) for client in clients],
        languages=sorted({language for client in clients for language in client.languages}),
        reasons=list(reasons()),
        skills=list(skills()),
    )


def _counts(counted: Mapping[str, tuple[int, int]], mine: int) -> Counts:
    return Counts(
        waiting=sum(waiting for waiting, _ in counted.values()),
        mine=mine,
        taken=sum(taken for _, taken in counted.values()) - mine,
        clients={
            client: OpenOfClient(waiting=waiting, taken=taken)
            for client, (waiting, taken) in counted.items()
        },
    )


def _wanted(user: StaffUser, query: QueueQuery, clients: list[str]) -> Wanted:
    spoken = [query.language] if query.language else []
    if query.fits and user.speaks:
        spoken = [one for one in user.speaks if query.language in (None, one)] or [""]
    return Wanted(
        clients=[client for client in clients if query.client in (None, client)],
        states=_STATES[query.state],
        taken_by=user.id if query.state == "mine" else None,
        not_by=user.id if query.state == "taken" else None,
        languages=spoken,
        reasons=[query.reason] if query.reason else [],
        not_for=beyond(user.skills) if query.fits else frozenset(),
    )
