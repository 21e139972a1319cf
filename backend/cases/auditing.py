"""Writes down what a service reads and does about a case."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import CASE_API, Subject, write_down
from backend.cases.models import Case


def note_act(session: AsyncSession, act: str, case: Case) -> None:
    """The act, which is a word of acts.yaml, in the transaction that does it."""
    write_down(session, act, CASE_API, Subject("case", case.reference), client=case.client)
