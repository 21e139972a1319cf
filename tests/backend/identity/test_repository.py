"""A payment-page token is used once."""

import asyncio
from datetime import timedelta

import pytest

from backend.clock import utc_now
from backend.database import Database
from backend.identity.payment_page import PageToken, TokenRefused
from backend.identity.repository import conversation_of_token, use_page_token

TOKEN = PageToken("1", "a-client", "A-1", None, utc_now() + timedelta(minutes=5))


async def use(database: Database, token: PageToken, conversation: str = "c1") -> None:
    async with database.transaction() as session:
        await use_page_token(session, token, conversation)


async def test_a_token_is_used_once(database: Database) -> None:
    await use(database, TOKEN)
    with pytest.raises(TokenRefused, match="token-used"):
        await use(database, TOKEN)


async def test_of_many_at_once_one_gets_it(database: Database) -> None:
    done = await asyncio.gather(*(use(database, TOKEN) for _ in range(10)), return_exceptions=True)
    assert sum(result is None for result in done) == 1
    assert sum(isinstance(result, TokenRefused) for result in done) == 9


async def test_the_same_id_of_another_client_is_another_token(database: Database) -> None:
    await use(database, TOKEN)
    await use(database, PageToken("1", "another-client", "B-1", None, TOKEN.expires_at))


async def test_it_is_known_in_which_conversation_a_token_was_used(database: Database) -> None:
    await use(database, TOKEN, "c7")
    async with database.transaction() as session:
        assert await conversation_of_token(session, TOKEN) == "c7"
