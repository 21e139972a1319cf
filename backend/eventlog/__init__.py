"""The event log: what happened, written once as it happens and never changed.

It is what every figure is counted from. It knows no subject of the product; each subject records
its own events in the transaction that makes them true. Nothing in it tells who somebody is.
"""

from backend.eventlog.forgetting import forget_conversation
from backend.eventlog.placing import NamedConversation, where_named
from backend.eventlog.recording import Where, record, where_of
from backend.eventlog.waiting import wait_before

__all__ = [
    "NamedConversation",
    "Where",
    "forget_conversation",
    "record",
    "wait_before",
    "where_named",
    "where_of",
]
