"""The audit: who read or did what, written once as it happens and never changed.

It knows no subject of the product: each writes its own acts down in the transaction that makes
them true. A row names people by id alone and holds nothing of what was read.
"""

from backend.audit.actors import CASE_API, SYSTEM, Actor, Subject
from backend.audit.recording import write_down

__all__ = ["CASE_API", "SYSTEM", "Actor", "Subject", "write_down"]
