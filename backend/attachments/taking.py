"""Gives a file out to whoever may have it, and writes down that it was read."""

from datetime import datetime

from fastapi import Response

from backend.attachments.accepted import accepted
from backend.attachments.models import Attachment
from backend.attachments.repository import find_with_content
from backend.audit import Actor, Subject, write_down
from backend.conversations.models import Conversation
from backend.problems import not_found
from backend.services import Services


async def take_file(
    house: Services, conversation: Conversation, attachment: str, by: Actor
) -> Response:
    """The file as an answer. Raises the problem not-found."""
    async with house.database.transaction() as session:
        found = await find_with_content(session, conversation.id, attachment)
        if found is None:
            raise not_found("file")
        about = Subject("conversation", conversation.id)
        client, case = conversation.client, conversation.case_reference
        write_down(session, "attachment.read", by, about, client=client, case=case)
        return _answer(found)


def _answer(found: Attachment) -> Response:
    """Never shown in a page of ours: it is saved under a name that we give, and runs nothing."""
    kind = accepted().kinds[found.kind]
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(found.at, kind.ending)}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(found.content, media_type=kind.media_type, headers=headers)


def _name(at: datetime, ending: str) -> str:
    """Others may see it in a folder: it tells the day and nothing else."""
    return f"{at:%Y-%m-%d}.{ending}"
