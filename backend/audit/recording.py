"""Writes an act down."""

from functools import cache
from pathlib import Path
from typing import Any

import structlog
import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.actors import LONGEST_ID, Actor, Result, Subject
from backend.audit.models import AuditRow

_ACTS = Path(__file__).with_name("acts.yaml")


def write_down(
    session: AsyncSession,
    act: str,
    by: Actor,
    about: Subject | None = None,
    /,
    *,
    client: str | None = None,
    case: str | None = None,
    result: Result = "done",
    **facts: Any,
) -> None:
    """Adds a row to the transaction of the act: both happen or neither.

    `case` is the case that it concerns, when there is one. `facts` are what a reader needs beside
    that, such as how many; nothing personal. Raises LookupError for an act that acts.yaml lacks.
    """
    if act not in read_acts():
        raise LookupError(f"the audit knows no {act}; its words are in {_ACTS.name}")
    if case is None and about is not None and about.kind == "case":
        case = about.id
    session.add(
        AuditRow(
            actor_kind=by.kind,
            actor_id=by.id,
            act=act,
            client=client,
            subject_kind=about.kind if about else None,
            subject_id=about.id[:LONGEST_ID] if about else None,
            case_reference=case[:LONGEST_ID] if case else None,
            result=result,
            facts=facts,
            request=_request(),
        )
    )


def _request() -> str | None:
    """The id under which the logs have the request; nothing runs in one beside the application."""
    named = structlog.contextvars.get_contextvars().get("request")
    return str(named)[:LONGEST_ID] if named else None


@cache
def read_acts() -> dict[str, str]:
    """The words for acts, with what each means."""
    acts: dict[str, str] = yaml.safe_load(_ACTS.read_text(encoding="utf-8"))
    return acts
