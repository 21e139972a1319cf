"""What goes in and out of the audit's route."""

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from backend.audit.actors import ActorKind, Result

Word = Annotated[str, Field(max_length=100)] | None


class AuditQuery(BaseModel):
    """Which rows. Both days are within; `actor` is a name, an e-mail or an id, `kind` what acted."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    begin: Annotated[date | None, Query(alias="from")] = None
    end: Annotated[date | None, Query(alias="to")] = None
    actor: Word = None
    kind: ActorKind | None = None
    act: Word = None
    case: Word = None
    client: Word = None
    before: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


class ActorOut(BaseModel):
    """Who acted. Staff and services have a name."""

    kind: ActorKind
    name: str | None


class SubjectOut(BaseModel):
    """What was acted on."""

    kind: str
    id: str


class AuditItem(BaseModel):
    """One row."""

    seq: int
    at: datetime
    actor: ActorOut
    act: str
    client: str | None
    subject: SubjectOut | None
    case: str | None
    result: Result
    facts: dict[str, Any]
    request: str | None


class AuditPage(BaseModel):
    """Rows, the newest first; with `more` there are older ones before the last `seq`."""

    items: list[AuditItem]
    more: bool
