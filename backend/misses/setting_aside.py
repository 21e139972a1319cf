"""Sets a missed message aside, and takes a decision back."""

import asyncio

from backend.conversations.refusing import refusal
from backend.misses.finding import find
from backend.misses.models import MissDecision
from backend.misses.noting import note
from backend.misses.refused import refused_file
from backend.misses.repository import decide, decisions, forget
from backend.misses.training_file import NotKept, without_line
from backend.misses.working_copy import (
    SyntaxProblem,
    WorkingCopy,
    WorkingCopyMissing,
    read_text,
    write_text,
)
from backend.services import Services
from backend.staff.models import StaffUser


async def set_aside(house: Services, user: StaffUser, miss: int) -> None:
    """Nothing is to be learnt from it. Raises not-found, and taught-already for a taught one."""
    found = await find(house, user, miss)
    async with house.database.transaction() as session:
        before = (await decisions(session, [found.words])).get(found.words)
        if before is not None and before.state == "taught":
            raise refusal(house, user.language, 409, "taught-already", intent=before.intent or "")
        await decide(
            session,
            MissDecision(
                words=found.words, client=found.client, state="set_aside", decided_by=user.id
            ),
        )
        note(session, "message.set_aside", user, found)


async def take_back(house: Services, user: StaffUser, miss: int) -> None:
    """It is open again, and a line that was put into a file for it is taken out if it is there.

    Raises not-found, working-copy-missing and working-copy-broken.
    """
    found = await find(house, user, miss)
    async with house.database.transaction() as session:
        before = (await decisions(session, [found.words])).get(found.words)
    if before is None:
        return
    if before.added:
        await asyncio.to_thread(_take_out, house, user, before)
    async with house.database.transaction() as session:
        await forget(session, found.words)
        note(session, "message.taken_back", user, found)


def _take_out(house: Services, user: StaffUser, decision: MissDecision) -> None:
    assert decision.file is not None
    try:
        copy = WorkingCopy(house.settings)
        *_, language, name = decision.file.split("/")
        file = copy.file(language, name.removesuffix(".yml"))
        with copy.locked(file) as whole:
            content = read_text(whole)
            written = without_line(content, decision.intent or "", decision.line or "")
            if written != content:
                write_text(whole, written)
    except WorkingCopyMissing:
        raise refusal(house, user.language, 409, "working-copy-missing") from None
    except SyntaxProblem as problem:
        raise refused_file(house, user.language, problem) from None
    except NotKept:
        whole = copy.folder / file
        raise refused_file(house, user.language, SyntaxProblem(whole, 1, "other")) from None
