"""The words that handoffs use, as they stand in the database and on the wire."""

from typing import Literal

#: To be talked to here, or to be called.
HandoffKind = Literal["chat", "callback"]

#: `returned`: given back to the assistant.
HandoffState = Literal["waiting", "taken", "closed", "returned"]

Outcome = Literal["solved", "promised", "no_answer", "other"]
