"""Takes a file: stored once, shown in the conversation, and looked at by a person.

What it shows is the debtor's own; no program opens it here.
"""

from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncSession

from backend.attachments.accepted import accepted
from backend.attachments.checking import have_it_checked
from backend.attachments.models import Attachment
from backend.attachments.repository import count_attachments, find_attachment
from backend.attachments.schemas import Received, card_of
from backend.conversations import events
from backend.conversations.models import Conversation, Message
from backend.conversations.receiving import answers
from backend.conversations.refusing import refusal, too_fast
from backend.conversations.repository import Line, append, find_message, lock_conversation
from backend.conversations.schemas import MessageOut
from backend.live import Live
from backend.services import Services
from backend.texts import say


async def receive_file(
    house: Services, live: Live, conversation: Conversation, id: str, content: bytes
) -> Received:
    """The message that shows the file, and the answers to it.

    The same file with the same id again has the same answer and changes nothing. Raises problems in
    the conversation's language.
    """
    language = conversation.language
    if not content:
        raise refusal(house, language, 422, "attachment-empty")
    kind = accepted().kind_of(content)
    if kind is None:
        raise refusal(house, language, 415, "attachment-kind-unknown")
    if not await _is_known(house, conversation, id):
        seconds = await live.limits.spend("attachments_of_a_conversation", conversation.id)
        if seconds:
            raise too_fast(house, language, seconds)
    file = Attachment(
        conversation_id=conversation.id,
        id=id,
        kind=kind,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        content=content,
    )
    message = await _store(house, file)
    said = await answers(house, conversation.id, id)
    return Received(message=MessageOut.of(message), **said.model_dump())


async def _is_known(house: Services, conversation: Conversation, id: str) -> bool:
    async with house.database.transaction() as session:
        return await find_attachment(session, conversation.id, id) is not None


async def _store(house: Services, file: Attachment) -> Message:
    """The message, new or as it was, with what follows from it in the same transaction."""
    async with house.database.transaction() as session:
        now = await lock_conversation(session, file.conversation_id)
        assert now is not None
        before = await find_message(session, now.id, file.id)
        if before is not None:
            known = await find_attachment(session, now.id, file.id)
            if known is None or known.sha256 != file.sha256:
                raise refusal(house, now.language, 409, "attachment-id-used")
            return before
        if await count_attachments(session, now.id) >= accepted().at_most:
            raise refusal(house, now.language, 409, "attachments-too-many")
        mode_before = now.mode
        if now.mode == "closed":
            now.mode = "bot"
        said = await _show(session, house, now, file)
    if now.mode != mode_before:
        await events.tell_mode(house.hub, now)
    await events.tell_queue(house.hub, now)
    await events.tell_messages(house.hub, now, said)
    return said[0]


async def _show(
    session: AsyncSession, house: Services, now: Conversation, file: Attachment
) -> list[Message]:
    session.add(file)
    line = Line(
        "debtor", say(house.texts, now.language, "attachment"), card=card_of(file), id=file.id
    )
    said = await append(session, now.id, [line])
    if now.mode == "bot":
        answer = await have_it_checked(session, house, now)
        said += await append(session, now.id, [answer], turn=file.id)
    return said
