"""Whether plainer words were asked for from now on."""

from collections.abc import Sequence

from backend.handoff.card.heard import Heard
from backend.handoff.models import Handoff

#: The value of `plain` in a message, and what it settles; a single plainer answer settles nothing.
_SETTLES = {"kept": True, "off": False}


def speaks_plainly(handoff: Handoff, heard: Sequence[Heard]) -> bool:
    """As the person said last; as the assistant had it at the handoff where that was earlier."""
    wishes = [
        _SETTLES[found["value"]]
        for one in heard
        for found in one.entities
        if found["entity"] == "plain" and found["value"] in _SETTLES
    ]
    return wishes[-1] if wishes else bool(handoff.facts.get("plain"))
