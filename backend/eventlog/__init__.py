"""The event log: what happened, written once as it happens and never changed.

It is what every figure is counted from. It knows no subject of the product; each subject records
its own events in the transaction that makes them true. Nothing in it tells who somebody is.
"""

from backend.eventlog.recording import Where, record, where_of

__all__ = ["Where", "record", "where_of"]
