"""The visitor has shown who it is in the middle of a conversation, which goes on."""

from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations import events, repository
from backend.conversations.auditing import note_identified
from backend.conversations.kinds import TurnState
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import OPEN, opening_for
from backend.conversations.page_tokens import read_token, use_token
from backend.conversations.receiving import answers
from backend.conversations.refusing import refusal, too_fast
from backend.conversations.schemas import IdentifiedAnswers
from backend.conversations.turn_repository import wish_that_waits
from backend.conversations.turns import run_pending_turns
from backend.eventlog import record, where_of
from backend.identity.payment_page import PageToken
from backend.identity.repository import conversation_of_token
from backend.live import Live
from backend.services import Services

#: What a turn waits for that was asked by somebody who is not known.
IDENTITY = "identity"
#: The opening for somebody whose wish is answered right after it.
OPEN_AND_GO_ON = f'{OPEN}{{"goes_on": true}}'


async def identify(
    house: Services, live: Live, conversation: Conversation, given: str
) -> IdentifiedAnswers:
    """What the assistant says to somebody it now knows.

    The same token again in the same conversation has the same answer. Raises problems in the
    conversation's language.
    """
    client = house.clients.get(conversation.client)
    seconds = await live.limits.spend("identifications_of_a_conversation", conversation.id)
    if seconds:
        raise too_fast(house, conversation.language, seconds)
    token = read_token(house, client, given, conversation.language)
    async with live.locks.hold(conversation.id):
        turn = await _store(house, conversation, token)
        await run_pending_turns(house, conversation.id, reply_to=turn)
        said = await answers(house, conversation.id, turn)
    return IdentifiedAnswers(**said.model_dump())


async def _store(house: Services, conversation: Conversation, token: PageToken) -> str:
    turn = _turn_of(token)
    async with house.database.transaction() as session:
        if await conversation_of_token(session, token) == conversation.id:
            return turn
        now = await repository.lock_conversation(session, conversation.id)
        assert now is not None
        if now.case_reference not in (None, token.case):
            # Two people may share a screen; nothing of the first is for the second.
            raise refusal(house, now.language, 409, "token-of-another-case")
        await use_token(session, house, token, now.id, now.language)
        note_identified(session, now, token.case)
        if not now.identified:
            record(session, "visitor_identified", where_of(now))
        now.case_reference = token.case
        await _go_on(session, now, turn)
    await events.tell_queue(house.hub, now)
    return turn


async def _go_on(session: AsyncSession, conversation: Conversation, turn: str) -> None:
    """Greets by name, and then answers what could not be answered to a stranger."""
    state: TurnState = "pending" if conversation.mode == "bot" else "passed"
    wish = await wish_that_waits(session, conversation.id, IDENTITY)
    greeting = OPEN_AND_GO_ON if wish else await opening_for(session, conversation.case_reference)
    session.add(Turn(conversation_id=conversation.id, id=turn, command=greeting, state=state))
    if wish is None:
        return
    wish.waits_for = None
    await session.flush()  # the greeting comes first
    session.add(
        Turn(
            conversation_id=conversation.id,
            id=f"{turn}-wish",
            text=wish.text,
            command=wish.command,
            state=state,
        )
    )


def _turn_of(token: PageToken) -> str:
    """The turn's id follows from the token's, so that a repeat finds the turn."""
    return sha256(token.id.encode()).hexdigest()[:32]
