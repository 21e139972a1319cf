"""What it is now by the clocks of several clients, for questions about the handoffs of all of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, or_

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.services import Services

#: Each moment with the clients for whom it is now: one moment for all of them, unless a demonstration
#: has pinned its hour, which is then another moment in another zone.
Moments = Mapping[datetime, Collection[str]]


def moments_of(house: Services, clients: Collection[str]) -> Moments:
    """Now, by the clock by which promises are made."""
    real, found = utc_now(), defaultdict[datetime, list[str]](list)
    for client in clients:
        # Two looks at a pinned clock are a little apart, and each moment is a question of its own.
        ahead = round(house.clock.ahead(house.clients.get(client).zone).total_seconds())
        found[real + timedelta(seconds=ahead)].append(client)
    return found


def at_their_moment(
    moments: Moments, holds: Callable[[datetime], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """That it is a conversation of one of the clients, and `holds` at what is now for that client."""
    theirs = (and_(Conversation.client.in_(of), holds(now)) for now, of in moments.items())
    return or_(false(), *theirs)
