"""What the phone's page and the doubles' control tell each other."""

from typing import Annotated

from pydantic import BaseModel, Field

from backend.demo.messengers.chat import Shown

Text = Annotated[str, Field(min_length=1, max_length=30_000)]


class PhoneOut(BaseModel):
    """A phone that was taken into use."""

    phone: int
    name: str
    number: str


class Screen(BaseModel):
    """What is new on the screen since the version that was asked for."""

    version: int
    stopped: bool
    empty: bool
    shown: list[Shown]


class Written(BaseModel):
    """A text that the person sends."""

    text: Text


class Pressed(BaseModel):
    """A button or row, and the message under which it stands."""

    message: str
    choice: str


class Attached(BaseModel):
    """Something that is no text."""

    kind: str


class Edited(BaseModel):
    """Another text for a message."""

    message: str
    text: Text


class Blocked(BaseModel):
    """Whether the person takes no more messages."""

    blocked: bool
