"""The words that channels use, as they stand in the database."""

from typing import Literal

#: What came in. `start`: the person opened the chat. `unsupported`: something that is no text.
#: `too_fast`: the first message too many, which is told once. `status`: how a message of ours fared.
InboxKind = Literal["text", "choice", "start", "unsupported", "too_fast", "status"]

InboxState = Literal["waiting", "done", "failed"]

#: `sending`: somebody is at it, until its claim ends. `waiting`: to be tried again.
#: `skipped`: not to be sent, for instance because the person has said stop.
DeliveryState = Literal["sending", "waiting", "sent", "delivered", "read", "failed", "skipped"]
