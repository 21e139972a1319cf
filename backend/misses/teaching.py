"""Puts a missed message into a training file, where a person decided what it means.

Nothing else of the file changes, and no file is written that could not be read again. The same
again is harmless: the line is looked for first, and it is written before the decision is kept.
"""

import asyncio
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from backend.conversations.refusing import refusal
from backend.designing.examples import bare, examples, unseen
from backend.designing.project import Project
from backend.designing.texts import limits
from backend.misses.finding import find
from backend.misses.hiding import Hidden, has_a_mask
from backend.misses.models import MissDecision
from backend.misses.noting import note
from backend.misses.refused import refused_file
from backend.misses.repository import decide, decisions
from backend.misses.schemas import Taught, TeachIn
from backend.misses.training_file import IntentNotThere, NotKept, with_line
from backend.misses.working_copy import (
    SyntaxProblem,
    WorkingCopy,
    WorkingCopyMissing,
    read_text,
    write_text,
)
from backend.services import Services
from backend.staff.models import StaffUser


@dataclass(frozen=True)
class _Stands:
    """Where a line stands, and whether it was put there just now."""

    file: Path
    number: int
    added: bool


async def teach(house: Services, user: StaffUser, miss: int, given: TeachIn) -> Taught:
    """The line stands under the intent. Raises the problems of docs/http.md."""
    found = await find(house, user, miss)
    line = _line(house, user, found, given.text)
    async with house.database.transaction() as session:
        before = (await decisions(session, [found.words])).get(found.words)
    if before is not None and before.state == "taught" and before.intent != given.intent:
        raise refusal(
            house, user.language, 409, "taught-already", intent=before.intent or given.intent
        )
    language = given.language or found.language
    stands = await asyncio.to_thread(_put, house, user, language, given.intent, line)
    async with house.database.transaction() as session:
        await decide(
            session,
            MissDecision(
                words=found.words,
                client=found.client,
                state="taught",
                intent=given.intent,
                file=stands.file.as_posix(),
                line=line,
                added=stands.added or bool(before and before.line == line and before.added),
                decided_by=user.id,
            ),
        )
        note(session, "message.taught", user, found)
    return Taught(file=stands.file.as_posix(), line=stands.number)


def _line(house: Services, user: StaffUser, found: Hidden, rewritten: str | None) -> str:
    """The line in one line, without what a training file would read as something else."""
    text = rewritten if rewritten is not None else found.text
    if has_a_mask(text) or found.mask(text) != text:
        raise refusal(house, user.language, 422, "text-has-personal-data")
    kept = "".join(
        " " if unicodedata.category(letter)[0] in "CZ" else letter
        for letter in text.translate(str.maketrans("", "", "[]"))
    )
    line = " ".join(kept.split()).lstrip("-/ ")
    if not line:
        raise refusal(house, user.language, 422, "text-empty")
    return line


def _put(house: Services, user: StaffUser, language: str, intent: str, line: str) -> _Stands:
    try:
        copy = WorkingCopy(house.settings)
        subject = copy.subject_of(intent)
        if subject is None:
            raise refusal(house, user.language, 422, "intent-unknown", intent=intent)
        file = copy.file(language, subject)
        with copy.locked(file) as whole:
            _refuse_a_line_of_others(house, user, copy.folder, language, intent, line)
            content = read_text(whole)
            written, number = with_line(content, intent, line)
            if written != content:
                write_text(whole, written)
        return _Stands(file, number, added=written != content)
    except WorkingCopyMissing:
        raise refusal(house, user.language, 409, "working-copy-missing") from None
    except SyntaxProblem as problem:
        raise refused_file(house, user.language, problem) from None
    except IntentNotThere:
        name = file.as_posix()
        raise refusal(
            house, user.language, 409, "working-copy-lacks", file=name, intent=intent
        ) from None
    except NotKept:
        raise refused_file(
            house, user.language, SyntaxProblem(copy.folder / file, 1, "other")
        ) from None


def _refuse_a_line_of_others(
    house: Services, user: StaffUser, folder: Path, language: str, intent: str, line: str
) -> None:
    """A line under two intents teaches neither; one that is measured on measures nothing then."""
    project, words = Project(folder), bare(line)
    for known in examples(project, language):
        if known.words == words and known.intent != intent:
            raise refusal(
                house,
                user.language,
                409,
                "line-of-another-intent",
                intent=known.intent,
                place=f"{known.file.as_posix()}:{known.line}",
            )
    longer_than = limits()["examples"]["unseen_longer_than"]
    if len(line) > longer_than and any(one.words == words for one in unseen(project, language)):
        raise refusal(house, user.language, 409, "line-is-measured-on")
