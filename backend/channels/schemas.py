"""What goes in and out of the routes of links."""

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from backend.conversations.models import Conversation
from backend.conversations.schemas import Token
from backend.identity.models import IdentityLink

Link = Annotated[str, Field(max_length=200)]


class LinkIn(BaseModel):
    """The token of a link."""

    link: Link


class LinkWithToken(LinkIn):
    """A link and the payment-page token of the person who opened it."""

    token: Token


class LinkFacts(BaseModel):
    """Where a link leads back to; nothing about anybody."""

    client: str
    channel: str
    language: str

    @classmethod
    def of(cls, conversation: Conversation) -> "LinkFacts":
        """Of the conversation that the link is about."""
        return cls(
            client=conversation.client,
            channel=conversation.channel,
            language=conversation.language,
        )


class LinkSeen(LinkFacts):
    """What lets a person recognise their own chat before they identify for it."""

    asked_minutes_ago: int

    @classmethod
    def at(cls, conversation: Conversation, link: IdentityLink, now: datetime) -> "LinkSeen":
        """At the moment `now`."""
        minutes = max(0, (now - link.created_at) // timedelta(minutes=1))
        return cls(**LinkFacts.of(conversation).model_dump(), asked_minutes_ago=minutes)
