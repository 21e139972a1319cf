"""A grant as lines of the conversation."""

from typing import Any

from backend.conversations.repository import Line
from backend.staff.granting.schemas import GrantOffer
from backend.staff.models import Grant

#: An offer is two lines: what it is, and what holds and what is asked.
LAST = "2"


def line_id(grant: Grant, which: str) -> str:
    """The id of a line that is said once about the grant."""
    return f"grant-{grant.id}-{which}"


def offer_lines(grant: Grant, name: str, buttons: list[dict[str, str]]) -> list[Line]:
    """The offer as its maker says it."""
    offer = GrantOffer.model_validate(grant.facts)
    first, rest = offer.words[0], offer.words[1:]
    # The card of more time says that it is given, which it is not before the yes.
    card = None if offer.kind == "deferral" else offer_card(offer, "offered")
    return [
        Line("agent", first, card=card, name=name, id=line_id(grant, "1")),
        Line("agent", "\n".join(rest), buttons, name=name, id=line_id(grant, LAST)),
    ]


def offer_card(offer: GrantOffer, status: str) -> dict[str, Any]:
    """The card of docs/http.md: of a plan, or of the day to which all is put off."""
    if offer.kind == "deferral":
        return {"type": "deferral", "until": offer.schedule[0].due.isoformat()}
    told = offer.model_dump(
        mode="json",
        include={
            "kind",
            "instalment",
            "instalments",
            "total",
            "currency",
            "schedule",
            "costs",
            "compared",
            "forgiven",
        },
    )
    return {"type": "plan", "status": status, **told}
