"""What has changed in the lists, read once for all consoles of this process."""

from collections.abc import Collection

from backend.handoff.repository import count_open_by_client, handoffs_of_all
from backend.live import Event
from backend.services import Services
from backend.staff.schemas import HandoffsChanged, OpenOfClient
from backend.staff.shown import show_handoffs


async def rows_of(house: Services, conversations: Collection[str]) -> dict[str, Event]:
    """What the lists show of each conversation now, and how long they are for its client."""
    async with house.database.look() as session:
        handoffs = await handoffs_of_all(session, conversations)
        rows = await show_handoffs(session, house, handoffs)
        counts = await count_open_by_client(session, {row.client.id for row in rows})
    changed: dict[str, Event] = {}
    for conversation in {row.conversation for row in rows}:
        items = [row for row in rows if row.conversation == conversation]
        client = items[0].client.id
        waiting, taken = counts[client]
        found = HandoffsChanged(
            conversation=conversation,
            items=items,
            counts={client: OpenOfClient(waiting=waiting, taken=taken)},
        )
        changed[conversation] = found.model_dump(mode="json")
    return changed
