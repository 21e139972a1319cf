"""What the routes work with, made once when the application starts."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.requests import HTTPConnection

from backend.clock import Clock
from backend.database import Database
from backend.settings import Settings
from backend.wording import Catalogue

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from backend.clients.book import ClientBook
    from backend.conversations.assistant import AssistantClient
    from backend.conversations.models import Conversation, Turn
    from backend.conversations.own_answers import OwnAnswer
    from backend.conversations.own_buttons import OwnButton, OwnWord
    from backend.conversations.repository import Line
    from backend.live import Event, Hub
    from backend.staff.provider.provider import Provider

    GivenUp = Callable[["Services", Conversation, Turn], Awaitable[None]]
    Reopened = Callable[[AsyncSession, "Services", Conversation, str], Awaitable[Sequence[Line]]]
    WhereInQueue = Callable[["Services", Conversation], Awaitable[Event | None]]
    AlsoTold = Callable[
        [AsyncSession, "Services", Conversation, Turn], Awaitable[Mapping[str, Any]]
    ]


@dataclass(frozen=True)
class Services:
    """The neighbours of every use case; a test builds its own."""

    settings: Settings
    database: Database
    clock: Clock
    clients: "ClientBook"
    hub: "Hub"
    assistant: "AssistantClient"
    texts: Mapping[str, Catalogue]
    #: Of the house's own identity provider; None where staff have passwords alone.
    provider: "Provider | None" = None
    own_answers: Sequence["OwnAnswer"] = ()
    #: What a button does that is not the assistant's, by its name.
    own_buttons: Mapping[str, "OwnButton"] = field(default_factory=dict)
    #: What may be written instead of pressing such a button.
    own_words: Sequence["OwnWord"] = ()
    #: What is done about a message that the assistant could not answer, however often it was asked.
    when_given_up: Sequence["GivenUp"] = ()
    #: Who has a conversation that was closed, when its debtor writes again.
    when_reopened: "Reopened | None" = None
    #: What the page of who waits for a person is shown of the queue.
    where_in_queue: "WhereInQueue | None" = None
    #: What others tell the assistant with a turn, by the names of its context.
    also_told: Sequence["AlsoTold"] = ()


async def services(connection: HTTPConnection) -> Services:
    """FastAPI dependency: the application's services, for HTTP and WebSocket routes alike."""
    found: Services = connection.app.state.services
    return found
