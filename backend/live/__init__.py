"""What processes tell each other at once: live events, locks and counts.

In memory for one process, over Redis for several. Nothing here is ever the only copy: a subscriber
that missed events reads the database.
"""

from backend.live.hub import STAFF_TOPIC, Event, FellBehind, Hub, conversation_topic
from backend.live.limits import Limits, TooFast
from backend.live.locks import Locks
from backend.live.opening import Live, live, open_live

__all__ = [
    "STAFF_TOPIC",
    "Event",
    "FellBehind",
    "Hub",
    "Limits",
    "Live",
    "Locks",
    "TooFast",
    "conversation_topic",
    "live",
    "open_live",
]
