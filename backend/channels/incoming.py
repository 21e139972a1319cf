"""What a channel's webhook brings, in our own words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

#: Gives a secret of the client whose signature is looked for, e.g. `secret("token")`.
SecretOf = Callable[[str], str]


@dataclass(frozen=True)
class Webhook:
    """A request as it came: the signature is over these bytes, and for some over this URL."""

    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Incoming:
    """A person's message. `to` is the client's address, where the payload names it.

    `message_id` is the channel's own, `address` the person's. A `choice` has the button's opaque
    `payload`. `callback` is what the channel wants an answer to at once.
    """

    message_id: str
    address: str
    kind: Literal["text", "choice", "start", "unsupported"]
    to: str | None = None
    text: str = ""
    payload: str | None = None
    language: str | None = None
    callback: str | None = None


@dataclass(frozen=True)
class Status:
    """How a message of ours fared; `reason` is the channel's code of a failure."""

    provider_id: str
    address: str
    state: Literal["sent", "delivered", "read", "failed"]
    to: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Ignored:
    """Something valid that there is no answer to, by a word that is counted."""

    why: str
    to: str | None = None


@dataclass(frozen=True)
class Received:
    """All that one request brought, in its order."""

    messages: list[Incoming] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)


class Unreadable(ValueError):
    """The payload has not the shape that the channel documents."""
