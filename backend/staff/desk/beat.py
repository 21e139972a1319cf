"""The beat of the live lines: one look for all consoles whether their users are still signed in."""

from collections.abc import Collection

from backend.clock import utc_now
from backend.duty.repository import stay_here
from backend.duty.spans import spans
from backend.services import Services
from backend.staff.desk.watcher import Watcher
from backend.staff.repository import note_all_seen, sessions_that_last
from backend.staff.signed_in import clients_of


async def beat(house: Services, watchers: Collection[Watcher]) -> None:
    """Whoever is signed in is here for another while; to whoever is not, the line is over."""
    now, open_now = utc_now(), list(watchers)
    async with house.database.transaction() as session:
        lasting = await sessions_that_last(session, {one.session for one in open_now}, now)
        here = {one.user.id for one in open_now if one.session in lasting}
        await stay_here(session, here, now + spans().grace)
        await note_all_seen(session, here, now)
    for watcher in open_now:
        watcher.clients = frozenset(clients_of(house, watcher.user))
        if watcher.session not in lasting:
            watcher.over = True
            watcher.wake.set()
