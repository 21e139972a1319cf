"""Reads a payment-page token for a conversation, and refuses in the visitor's language."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.repository import get_case
from backend.clients import Client
from backend.conversations.refusing import refusal
from backend.identity.payment_page import (
    PageToken,
    TokenRefused,
    read_payment_page_token,
)
from backend.identity.repository import use_page_token
from backend.problems import Problem
from backend.services import Services


def read_token(house: Services, client: Client, token: str, language: str) -> PageToken:
    """What the client's page says. Raises problems token-wrong and token-expired."""
    try:
        return read_payment_page_token(house.settings, token, client.id)
    except TokenRefused as refused:
        raise refusal(house, language, 401, refused.kind) from refused


async def use_token(
    session: AsyncSession, house: Services, token: PageToken, conversation: str, language: str
) -> None:
    """Uses the token up for the conversation. Raises problems token-used and token-wrong."""
    try:
        await use_page_token(session, token, conversation)
    except TokenRefused as refused:
        raise refusal(house, language, 401, refused.kind) from refused
    if not await _has_case(session, token):
        raise refusal(house, language, 401, "token-wrong")


async def _has_case(session: AsyncSession, token: PageToken) -> bool:
    try:
        case = await get_case(session, token.case)
    except Problem:
        return False
    return case.client == token.client
