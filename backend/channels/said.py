"""A message of ours as any channel can show it: a text, choices, perhaps a link."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

#: A text of texts/<language>.yml with its values, in the conversation's language.
Words = Callable[..., str]


@dataclass(frozen=True)
class Choice:
    """An answer that is offered; `id` comes back when it is taken."""

    title: str
    id: str


@dataclass(frozen=True)
class Link:
    """Where somebody shows who it is, and for how many minutes."""

    title: str
    url: str
    minutes: int


@dataclass(frozen=True)
class Said:
    """What is to be shown."""

    text: str
    choices: tuple[Choice, ...] = ()
    link: Link | None = None


#: What a channel's API is sent, without the address.
Body = dict[str, Any]
