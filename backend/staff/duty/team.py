"""The desk as a supervisor sees it: who is there, what each holds, and who waits for whom."""

from collections.abc import Iterable
from datetime import datetime

from backend.clock import utc_now
from backend.duty.models import Duty
from backend.duty.states import is_here, state_of
from backend.services import Services
from backend.staff.duty.repository import Waiting, everybody, how_many_each_holds, who_waits
from backend.staff.duty.schemas import Person, Team, WaitOut
from backend.staff.models import StaffUser
from backend.staff.permissions import permissions_of
from backend.staff.signed_in import clients_of


async def show_team(house: Services, me: StaffUser) -> Team:
    """The people who share a client with me, and those who wait for my clients."""
    clients, now = clients_of(house, me), utc_now()
    async with house.database.transaction() as session:
        users = await everybody(session)
        holds = await how_many_each_holds(session, clients)
        waits = await who_waits(session, clients)
    team = [(user, duty) for user, duty in users if _is_of_the_team(house, user, clients)]
    return Team(
        people=[_person(house, user, duty, holds.get(user.id, 0), now) for user, duty in team],
        waits=[_wait(house, wait, team, now) for wait in waits],
    )


def _is_of_the_team(house: Services, user: StaffUser, clients: Iterable[str]) -> bool:
    works = "queue.work" in permissions_of(user.role)
    return works and bool(set(clients) & set(clients_of(house, user)))


def _person(
    house: Services, user: StaffUser, duty: Duty | None, holds: int, now: datetime
) -> Person:
    state = state_of(duty, now)
    return Person(
        id=user.id,
        name=user.name,
        role=user.role,
        clients=clients_of(house, user),
        speaks=user.speaks,
        skills=user.skills,
        state=state,
        until=duty.wrap_up_until if duty and state == "wrap_up" else None,
        since=duty.since if duty else user.created_at,
        here=duty is not None and is_here(duty, now),
        holds=holds,
    )


def _wait(
    house: Services, wait: Waiting, team: list[tuple[StaffUser, Duty | None]], now: datetime
) -> WaitOut:
    client = house.clients.get(wait.client)
    there = [
        user
        for user, duty in team
        if state_of(duty, now) != "away"
        and wait.client in clients_of(house, user)
        and (not user.speaks or wait.language in user.speaks)
    ]
    return WaitOut(
        client=client.id,
        name=client.name,
        colour=client.colour,
        language=wait.language,
        waiting=wait.number,
        crisis=wait.crisis,
        longest_seconds=int((now - wait.since).total_seconds()),
        on_duty=len(there),
    )
