"""Takes what a channel's webhook brings: verified, stored once, and answered later.

After the signature everything is answered with 200, also what cannot be read: the channel would
repeat it for days, and it would never become readable. It is counted instead.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.clients import addressed, is_active, signers
from backend.channels.counting import count, refuse, refuse_of
from backend.channels.delivery_repository import note_status
from backend.channels.inbox_repository import put
from backend.channels.incoming import Incoming, Received, Status, Unreadable, Webhook
from backend.channels.known import Channel
from backend.channels.telling_staff import tell_staff
from backend.clients import Client
from backend.live import Live
from backend.privacy import mask
from backend.problems import Problem
from backend.services import Services

#: Wakes up the worker.
TOPIC = "channels"
_LONGEST_TEXT = 20_000


async def take(house: Services, live: Live, channel: Channel, webhook: Webhook) -> None:
    """Stores what came. Raises the problem signature-wrong."""
    signed_by = signers(house, channel, webhook)
    if not signed_by:
        refuse(channel.name, "forged")
        raise Problem(403, "signature-wrong", "The signature does not fit.")
    try:
        received = channel.read(webhook.body)
    except Unreadable:
        await _refuse(house, channel, signed_by[0], "broken")
        return
    await _store(house, live, channel, signed_by, received)


async def _refuse(house: Services, channel: Channel, client: Client, why: str) -> None:
    async with house.database.transaction() as session:
        refuse_of(session, channel.name, client.id, why)


async def _store(
    house: Services, live: Live, channel: Channel, signed_by: list[Client], received: Received
) -> None:
    kinds = [await _kind_within_limits(live, channel, incoming) for incoming in received.messages]
    any_new, failed = False, []
    async with house.database.transaction() as session:
        for incoming, kind in zip(received.messages, kinds, strict=True):
            client = _client_of(session, house, channel, signed_by, incoming.to)
            if client is None:
                continue
            if kind is None:
                refuse_of(session, channel.name, client.id, "too-fast")
            elif await _put(session, channel, client, incoming, kind):
                any_new = True
        for status in received.statuses:
            known = await _take_status(session, channel, signed_by, status)
            if known and status.state == "failed":
                failed.append(known)
        for ignored in received.ignored:
            client = addressed(signed_by, channel, ignored.to) or signed_by[0]
            refuse_of(session, channel.name, client.id, ignored.why)
    for conversation, seq in failed:
        await tell_staff(house, conversation, seq)
    if any_new:
        await house.hub.publish(TOPIC, {"type": "inbox"})


def _client_of(
    session: AsyncSession,
    house: Services,
    channel: Channel,
    signed_by: list[Client],
    to: str | None,
) -> Client | None:
    client = addressed(signed_by, channel, to)
    if client is None:
        refuse_of(session, channel.name, signed_by[0].id, "unknown-address")
        return None
    if not is_active(house, client.id, channel.name):
        refuse_of(session, channel.name, client.id, "switched-off")
        return None
    return client


async def _kind_within_limits(live: Live, channel: Channel, incoming: Incoming) -> str | None:
    """The message's kind; of those too many the first becomes `too_fast`, the others None."""
    key = f"{channel.name}:{incoming.to}:{incoming.address}"
    if not await live.limits.spend("messages_of_an_address", key):
        return incoming.kind
    told = await live.limits.spend("too_fast_told_to_an_address", key)
    return None if told else "too_fast"


async def _put(
    session: AsyncSession, channel: Channel, client: Client, incoming: Incoming, kind: str
) -> bool:
    new = await put(
        session,
        channel=channel.name,
        client=client.id,
        message_id=incoming.message_id,
        address=incoming.address,
        kind=kind,
        text=mask(_storable(incoming.text), client.country),
        payload=incoming.payload,
        language=incoming.language,
        callback=incoming.callback,
    )
    count(channel.name, "taken" if new else "repeated")
    return new


def _storable(text: str) -> str:
    # What no database takes, and more than is ever read; receiving.py says so to the person.
    return text.replace("\0", "").encode("utf-8", "ignore").decode()[: _LONGEST_TEXT + 1]


async def _take_status(
    session: AsyncSession, channel: Channel, signed_by: list[Client], status: Status
) -> tuple[str, int] | None:
    count(channel.name, "status")
    known = await note_status(
        session, channel.name, status.provider_id, status.state, status.reason
    )
    client = addressed(signed_by, channel, status.to)
    if known or client is None:
        return known
    # It can be told before our own note of the message is written: then it waits for that.
    await put(
        session,
        channel=channel.name,
        client=client.id,
        message_id=f"{status.provider_id}:{status.state}",
        address=status.address,
        kind="status",
        text=status.reason or "",
        payload=status.provider_id,
        language=status.state,
    )
    return None
