"""Reads accepted.yaml: what may be sent, known by its content alone."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_name("accepted.yaml")
_Number = Annotated[int, Field(strict=True, ge=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sign(_Data):
    """Bytes, each written as one letter, that stand at a place of the file."""

    at: Annotated[int, Field(strict=True, ge=0)]
    reads: Annotated[str, Field(pattern=r"^[\x00-\xff]+$")]

    def stands_in(self, content: bytes) -> bool:
        """Whether the file has them there."""
        return content.startswith(self.reads.encode("latin-1"), self.at)


class FileKind(_Data):
    """A kind of file; `ending` is what a downloaded one is called by.

    `shown_as` is the kind that a picture is turned into for staff to look at, where browsers do not
    show it as it is.
    """

    media_type: str
    ending: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    alternatives: tuple[tuple[Sign, ...], ...]
    shown_as: Literal["jpeg"] | None = None

    def is_of(self, content: bytes) -> bool:
        """Whether the file begins as such a file does."""
        return any(all(sign.stands_in(content) for sign in signs) for signs in self.alternatives)


class Accepted(_Data):
    """What may be sent: at most `largest_bytes` a file, and `at_most` files a conversation."""

    largest_bytes: _Number
    at_most: _Number
    kinds: dict[str, FileKind]

    def kind_of(self, content: bytes) -> str | None:
        """The name of the file's kind; None for one that is not taken."""
        return next((name for name, kind in self.kinds.items() if kind.is_of(content)), None)


@cache
def accepted() -> Accepted:
    """What may be sent, read once a process."""
    return Accepted.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
