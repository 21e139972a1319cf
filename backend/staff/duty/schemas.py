"""What goes in and out of the routes of duty."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from backend.duty.states import Choice, DutyState


class DutyIn(BaseModel):
    """What somebody wants to be."""

    model_config = ConfigDict(extra="forbid")

    state: Choice


class DutyOut(BaseModel):
    """What somebody is; `until` is when it ends by itself and the user is available again."""

    state: DutyState
    until: datetime | None


class Person(BaseModel):
    """Somebody of the team. `here` says that the console is open; `holds` are conversations.

    `speaks` and `skills` are what the user is given work for; none means all.
    """

    id: str
    name: str
    role: str
    clients: list[str]
    speaks: list[str]
    skills: list[str]
    state: DutyState
    until: datetime | None
    since: datetime
    here: bool
    holds: int


class WaitOut(BaseModel):
    """Who waits for people of one client in one language; `on_duty` are those who are there for it."""

    client: str
    name: str
    colour: str
    language: str
    waiting: int
    crisis: int
    longest_seconds: int
    on_duty: int


class Team(BaseModel):
    """The desk as a supervisor sees it now: who has waited longest stands first."""

    people: list[Person]
    waits: list[WaitOut]
