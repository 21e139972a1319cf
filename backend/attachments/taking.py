"""Gives a file out to whoever may have it, and writes down that it was read."""

from collections.abc import Collection
from datetime import datetime

from fastapi import Response

from backend.attachments.accepted import FileKind, accepted
from backend.attachments.models import Attachment
from backend.attachments.picturing import Unreadable, as_jpeg
from backend.attachments.repository import find_with_content
from backend.audit import Actor, Subject, write_down
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.problems import not_found
from backend.services import Services


async def take_file(
    house: Services, conversation: Conversation, attachment: str, by: Actor
) -> Response:
    """The file as an answer. Raises the problem not-found."""
    found = await _read(house, conversation, attachment, by)
    return _answer(found.content, found.at, accepted().kinds[found.kind])


async def take_picture(
    house: Services, conversation: Conversation, attachment: str, by: Actor, language: str
) -> Response:
    """A picture as browsers show it. Raises not-found, also of a file that is no such picture.

    What cannot be read as one is the problem attachment-unreadable, in the language.
    """
    turned = [name for name, kind in accepted().kinds.items() if kind.shown_as]
    found = await _read(house, conversation, attachment, by, of=turned)
    try:
        picture = await as_jpeg(found.content)
    except Unreadable as unreadable:
        raise refusal(house, language, 422, "attachment-unreadable") from unreadable
    return _answer(picture, found.at, _shown_as(found.kind))


def _shown_as(kind: str) -> FileKind:
    return accepted().kinds[accepted().kinds[kind].shown_as or kind]


async def _read(
    house: Services,
    conversation: Conversation,
    attachment: str,
    by: Actor,
    of: Collection[str] | None = None,
) -> Attachment:
    """The file with its content, if it is `of` one of these kinds."""
    async with house.database.transaction() as session:
        found = await find_with_content(session, conversation.id, attachment)
        if found is None or (of is not None and found.kind not in of):
            raise not_found("file")
        about = Subject("conversation", conversation.id)
        client, case = conversation.client, conversation.case_reference
        write_down(session, "attachment.read", by, about, client=client, case=case)
        return found


def _answer(content: bytes, at: datetime, kind: FileKind) -> Response:
    """Never a page of ours: alone it is saved under a name that we give, and it runs nothing.

    The console draws it where it stands, from its bytes.
    """
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(at, kind.ending)}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(content, media_type=kind.media_type, headers=headers)


def _name(at: datetime, ending: str) -> str:
    """Others may see it in a folder: it tells the day and nothing else."""
    return f"{at:%Y-%m-%d}.{ending}"
