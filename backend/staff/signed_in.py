"""Who is signed in, and that it is really the console that asks."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.requests import HTTPConnection

from backend.clock import utc_now
from backend.conversations.refusing import refusal
from backend.identity.access import fingerprint
from backend.services import Services, services
from backend.staff.models import StaffUser
from backend.staff.repository import SEEN_EACH, find_session, note_seen
from backend.staff.signing_in import COOKIE
from backend.texts import language_of

_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
House = Annotated[Services, Depends(services)]


async def readers_language(connection: HTTPConnection, house: House) -> str:
    """FastAPI dependency: the language of somebody who may not be signed in."""
    accepted = connection.headers.get("accept-language")
    return language_of(house.texts, accepted, next(iter(house.texts)))


Language = Annotated[str, Depends(readers_language)]


async def from_the_console(connection: HTTPConnection, house: House, language: Language) -> None:
    """FastAPI dependency: refuses what another site makes a browser send.

    A form cannot set a header, and a script of another site may not. For a WebSocket, which cannot
    set one either, there is `is_from_our_pages`.
    """
    method = connection.scope.get("method", "GET")
    if method not in _SAFE_METHODS and "x-requested-with" not in connection.headers:
        raise refusal(house, language, 403, "not-from-the-console")


async def signed_in(connection: HTTPConnection, house: House, language: Language) -> StaffUser:
    """FastAPI dependency: the user. Raises the problem signed-out."""
    user = await user_of(house, connection)
    if user is None:
        raise refusal(house, language, 401, "signed-out")
    return user


async def user_of(house: Services, connection: HTTPConnection) -> StaffUser | None:
    """The user whose cookie came with the connection, while the session lasts."""
    cookie = connection.cookies.get(COOKIE)
    if not cookie:
        return None
    now = utc_now()
    async with house.database.look() as session:
        found = await find_session(session, fingerprint(cookie), now)
        if found is None:
            return None
        if (found.user.last_seen_at or now - SEEN_EACH) <= now - SEEN_EACH:
            await note_seen(session, found.user_id, now)
    return found.user


def clients_of(house: Services, user: StaffUser) -> list[str]:
    """The clients whose conversations the user may see: every query is bound to them."""
    return [client.id for client in house.clients if {client.id, "*"} & set(user.clients)]


def is_from_our_pages(house: Services, connection: HTTPConnection) -> bool:
    """Whether the Origin, which is always the browser's own word, is this server's."""
    origin = urlsplit(connection.headers.get("origin", ""))
    ours = (connection.headers.get("host"), urlsplit(house.settings.public_url).netloc)
    return bool(origin.netloc) and origin.netloc in ours
