"""What goes in and out of the users' routes."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_SHAPE = r"^\s*[^@\s]{1,64}@[^@\s]{1,180}\s*$"


def _small(email: str) -> str:
    return email.strip().lower()


def _one_line(name: str) -> str:
    return " ".join(name.split())


Email = Annotated[str, Field(pattern=_SHAPE, max_length=254), AfterValidator(_small)]
Name = Annotated[str, Field(pattern=r"\S", max_length=100), AfterValidator(_one_line)]
Languages = Annotated[list[Annotated[str, Field(max_length=8)]], Field(max_length=50)]
Skills = Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=50)]
ClientIds = Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=500)]


class NewUser(BaseModel):
    """A user to be added. `clients` are ids of clients, or `*` for all of them.

    `speaks` and `skills` are what the user is given work for; none means all.
    """

    model_config = ConfigDict(extra="forbid")

    name: Name
    email: Email
    role: str
    language: str
    clients: ClientIds
    speaks: Languages = []
    skills: Skills = []


class Change(BaseModel):
    """What is to be different; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    role: str | None = None
    language: str | None = None
    clients: ClientIds | None = None
    speaks: Languages | None = None
    skills: Skills | None = None
    active: bool | None = None


class StaffUserOut(BaseModel):
    """A user as an administrator sees it."""

    id: str
    name: str
    email: str
    role: str
    language: str
    clients: list[str]
    speaks: list[str]
    skills: list[str]
    active: bool
    by_provider: bool
    has_second_step: bool
    last_seen_at: datetime | None


class Users(BaseModel):
    """All users that one manages."""

    items: list[StaffUserOut]


class UserAdded(BaseModel):
    """A new user with the password, which is told only here."""

    user: StaffUserOut
    password: str


class NewPassword(BaseModel):
    """A password that was made, which is told only here."""

    password: str


class OwnPassword(BaseModel):
    """The password as it is, and as it is to be."""

    model_config = ConfigDict(extra="forbid")

    current: Annotated[str, Field(max_length=200)]
    new: Annotated[str, Field(max_length=200)]
