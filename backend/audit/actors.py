"""Who acts, and on what."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["staff", "service", "debtor", "system"]
Result = Literal["done", "refused"]

LONGEST_ID = 64


@dataclass(frozen=True)
class Actor:
    """Who acts. The id is a staff user's, a service's name, or the debtor's conversation."""

    kind: ActorKind
    id: str | None = None

    @classmethod
    def staff(cls, user: str) -> "Actor":
        """A staff user, by id."""
        return cls("staff", user)

    @classmethod
    def debtor(cls, conversation: str) -> "Actor":
        """Whoever is identified in the conversation."""
        return cls("debtor", conversation)


#: What runs beside the application, and whoever works on the server itself.
SYSTEM = Actor("system")
#: Whoever has the service token: the assistant's actions, and the agency's own systems.
CASE_API = Actor("service", "case-api")


@dataclass(frozen=True)
class Subject:
    """What is acted on: a kind such as `case`, `conversation` or `user`, and its id."""

    kind: str
    id: str
