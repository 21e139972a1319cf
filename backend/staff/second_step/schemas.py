"""What goes in and out of the routes of the second step."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Password(BaseModel):
    """The user's password, so that an open desk is not enough."""

    model_config = ConfigDict(extra="forbid")

    password: Annotated[str, Field(max_length=200)]


class Code(BaseModel):
    """A code of the app, or a recovery code where one may stand in for it."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(min_length=1, max_length=64)]


class NewSecret(BaseModel):
    """What the app has to know. `rows` are those of a QR code, "1" for a dark module."""

    secret: str
    address: str
    rows: tuple[str, ...]


class RecoveryCodes(BaseModel):
    """Codes that are told only here."""

    codes: list[str]


class SecondStep(BaseModel):
    """How it stands with one's own second step."""

    since: datetime | None
    needed: bool
    codes_left: int
    by_provider: bool
