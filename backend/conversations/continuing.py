"""Whoever identifies again within some days goes on with the conversation of before.

The client's page has shown that it is the debtor of the same case, on whatever device. The
conversation gets a new access token, so that no page of before opens it any more.
"""

from backend.clock import utc_now
from backend.conversations import repository
from backend.conversations.absence import absence
from backend.conversations.auditing import note_identified
from backend.conversations.coming_back import is_over, take_up
from backend.conversations.models import Conversation
from backend.conversations.page_tokens import use_token
from backend.conversations.silence_repository import newest_of_case
from backend.identity.access import fingerprint
from backend.identity.payment_page import PageToken
from backend.services import Services


async def continue_earlier(
    house: Services, token: PageToken, access_token: str
) -> Conversation | None:
    """The conversation that goes on; None when there is none, or it was used only just now.

    Raises problems of the token in the conversation's language.
    """
    async with house.database.transaction() as session:
        found = await newest_of_case(session, token.client, token.case)
        if found is None:
            return None
        now = await repository.lock_conversation(session, found.id)
        assert now is not None
        if not _goes_on(now):
            return None
        await use_token(session, house, token, now.id, now.language)
        note_identified(session, now, token.case)
        now.access_hash = fingerprint(access_token)
        take_up(session, now)
    return now


def _goes_on(conversation: Conversation) -> bool:
    """After a pause only: two pages at once are two conversations, and neither shuts the other."""
    moment = utc_now()
    rested = moment - conversation.heard_at >= absence().pause
    return rested and conversation.mode != "closed" and not is_over(conversation, moment)
