"""What goes in and out of the chat routes."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from backend.conversations.kinds import Mode, Sender
from backend.conversations.models import Conversation, Message

Token = Annotated[str, Field(max_length=4096)]


class ConversationIn(BaseModel):
    """A conversation to be begun."""

    client: Annotated[str, Field(max_length=64)]
    token: Token | None = None
    language: Annotated[str, Field(max_length=35)] | None = None


class MessageIn(BaseModel):
    """A debtor's message. `id` makes it harmless to send it again; `payload` is a button's."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    text: str
    payload: Annotated[str, Field(max_length=64)] | None = None


class TokenIn(BaseModel):
    """A payment-page token."""

    token: Token


class RatingIn(BaseModel):
    """How it was, from 1 to 5."""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[str, Field(max_length=2000)] | None = None


class Button(BaseModel):
    """An answer that is offered. `payload` comes back when it is pressed."""

    title: str
    payload: str


class MessageOut(BaseModel):
    """A message as it is shown."""

    id: str
    seq: int
    sender: Sender
    text: str
    buttons: list[Button]
    card: dict[str, Any] | None
    at: datetime
    name: str | None

    @classmethod
    def of(cls, message: Message) -> "MessageOut":
        """The message without what only staff may see."""
        return cls.model_validate(message, from_attributes=True)


class Answers(BaseModel):
    """What was said in answer, in order, and who answers from now on."""

    messages: list[MessageOut]
    mode: Mode
    language: str


class IdentifiedAnswers(Answers):
    """The answer to identifying."""

    identified: bool = True


class ConversationOut(BaseModel):
    """All of a conversation."""

    id: str
    client: str
    language: str
    identified: bool
    mode: Mode
    messages: list[MessageOut]

    @classmethod
    def of(cls, conversation: Conversation, messages: list[MessageOut]) -> "ConversationOut":
        """The conversation without what only staff may see."""
        return cls(
            id=conversation.id,
            client=conversation.client,
            language=conversation.language,
            identified=conversation.identified,
            mode=conversation.mode,
            messages=messages,
        )


class ConversationBegun(ConversationOut):
    """A new conversation with the token that opens it, which is told only here."""

    access_token: str
