"""Why a person is needed, and what else waits for one in the same conversation."""

from collections.abc import Sequence
from datetime import datetime

from backend.clients import Client
from backend.handoff.card.schemas import Also, Why
from backend.handoff.models import Handoff
from backend.wording import Catalogue

_OPEN = ("waiting", "taken")


def why(handoff: Handoff, handoffs: Sequence[Handoff], client: Client, catalogue: Catalogue) -> Why:
    """The handoff that matters most, and the others that are open, the oldest first."""
    others = [one for one in handoffs if one.id != handoff.id and one.state in _OPEN]
    return Why(
        reason=handoff.reason,
        rule=None,
        at=handoff.created_at,
        wish=handoff.wish,
        promised_at=_in_zone(handoff.promised_at, client),
        also=[
            Also(
                reason=one.reason,
                kind=one.kind,
                at=one.created_at,
                promised_at=_in_zone(one.promised_at, client),
            )
            for one in others
        ],
    )


def _in_zone(moment: datetime | None, client: Client) -> datetime | None:
    return None if moment is None else moment.astimezone(client.zone)
