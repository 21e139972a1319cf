"""What goes out of the route of canned replies."""

from pydantic import BaseModel


class ReplyOut(BaseModel):
    """A reply. Either `text`, ready to be sent, or `missing`: what is not known in this case.

    `title` and `missing` are in the agent's language, the text in the debtor's.
    """

    name: str
    title: str
    text: str | None
    missing: list[str]
    own: bool


class Replies(BaseModel):
    """All replies for the conversation, in `language`."""

    language: str
    items: list[ReplyOut]
