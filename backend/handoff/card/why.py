"""Why a person is needed, and what else waits for one in the same conversation."""

from collections.abc import Sequence
from datetime import datetime

from backend.clients import Client
from backend.clients.triggers import Trigger
from backend.clients.triggers_in_words import occasion_in_words
from backend.handoff.card.schemas import Also, ClientRule, Why
from backend.handoff.models import Handoff
from backend.handoff.triggers import CLIENT_RULE
from backend.plans.reading import read
from backend.wording import Catalogue

_OPEN = ("waiting", "taken")


def why(handoff: Handoff, handoffs: Sequence[Handoff], client: Client, catalogue: Catalogue) -> Why:
    """The handoff that matters most, and the others that are open, the oldest first."""
    others = [one for one in handoffs if one.id != handoff.id and one.state in _OPEN]
    return Why(
        reason=handoff.reason,
        rule=_rule(handoff, client, catalogue),
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


def _rule(handoff: Handoff, client: Client, catalogue: Catalogue) -> ClientRule | None:
    """The rule as it was when it called for a person."""
    kept = handoff.facts.get(CLIENT_RULE)
    if not isinstance(kept, dict):
        return None
    trigger = read(Trigger, kept, name="", minor_digits=client.jurisdiction.minor_digits)
    return ClientRule(
        text=occasion_in_words(trigger.when, client, catalogue),
        intents=list(trigger.when.intents or ()),
        why=trigger.why,
    )


def _in_zone(moment: datetime | None, client: Client) -> datetime | None:
    return None if moment is None else moment.astimezone(client.zone)
