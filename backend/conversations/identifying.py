"""The visitor has shown who it is in the middle of a conversation, which goes on."""

from hashlib import sha256

from backend.conversations import events, repository
from backend.conversations.creating import OPEN
from backend.conversations.models import Conversation, Turn
from backend.conversations.page_tokens import read_token, use_token
from backend.conversations.receiving import answers
from backend.conversations.refusing import refusal
from backend.conversations.schemas import IdentifiedAnswers
from backend.conversations.turns import run_pending_turns
from backend.identity.payment_page import PageToken
from backend.identity.repository import conversation_of_token
from backend.live import Live
from backend.services import Services


async def identify(
    house: Services, live: Live, conversation: Conversation, given: str
) -> IdentifiedAnswers:
    """What the assistant says to somebody it now knows.

    The same token again in the same conversation has the same answer. Raises problems in the
    conversation's language.
    """
    client = house.clients.get(conversation.client)
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
        now.case_reference = token.case
        state = "pending" if now.mode == "bot" else "passed"
        session.add(Turn(conversation_id=now.id, id=turn, command=OPEN, state=state))
    await events.tell_queue(house.hub, now.client)
    return turn


def _turn_of(token: PageToken) -> str:
    """The turn's id follows from the token's, so that a repeat finds the turn."""
    return sha256(token.id.encode()).hexdigest()[:32]
