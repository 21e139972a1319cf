"""The words that conversations use, as they stand in the database and on the wire."""

from typing import Literal

#: Who answers: the assistant, nobody yet (waiting for a person), a person, or nobody any more.
Mode = Literal["bot", "queue", "agent", "closed"]

Sender = Literal["debtor", "assistant", "agent", "system"]

#: `passed`: not the assistant's to answer, because a person has the conversation.
#: `failed`: the assistant was there, tried for long and could not.
TurnState = Literal["pending", "answered", "passed", "failed"]
