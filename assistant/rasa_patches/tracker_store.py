"""A tracker store that fails must fail the turn.

As released, the store is wrapped: a failed read silently starts the conversation anew, and a failed
save goes to memory that is never read again. Here the store stands alone and its errors are raised;
the channel answers 503 and the backend asks again later.
"""

from typing import Optional

from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException


def _unwrapped(store: Optional[TrackerStore], domain: Domain) -> TrackerStore:
    if store is None:
        raise RasaException("endpoints.yml names no tracker store")
    store.domain = domain
    return store


def apply() -> None:
    """Takes the silent fallback away."""
    Agent._create_tracker_store = staticmethod(_unwrapped)
