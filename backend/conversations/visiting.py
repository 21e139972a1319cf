"""Who may read and write a conversation: whoever has its access token."""

from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from backend.conversations.models import Conversation
from backend.conversations.repository import find_conversation
from backend.identity.access import fingerprint, opens
from backend.problems import not_found
from backend.services import Services, services

_bearer = HTTPBearer(auto_error=False, description="the conversation's access token")
_NOBODYS = fingerprint("")


async def visited(house: Services, conversation: str, access_token: str) -> Conversation | None:
    """The conversation, if the token opens it. Whether it exists makes no difference otherwise."""
    async with house.database.look() as session:
        found = await find_conversation(session, conversation)
    is_open = opens(access_token, found.access_hash if found else _NOBODYS)
    return found if is_open else None


async def visitors_conversation(
    conversation: str,
    house: Annotated[Services, Depends(services)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Conversation:
    """FastAPI dependency: the conversation in the path. Raises the problem not-found."""
    found = await visited(house, conversation, given.credentials) if given else None
    if found is None:
        raise not_found("conversation")
    return found
