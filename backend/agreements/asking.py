"""Asking for offers over HTTP: in which language, in which conversation, once."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, Header
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.joining import joint_offers_for
from backend.agreements.noting import note_offers
from backend.agreements.offering import offers_for
from backend.agreements.reasons import language_of_reasons
from backend.agreements.repository import get_plan
from backend.agreements.schemas import OffersFacts, Terms
from backend.agreements.wishes import Wish
from backend.cases.auditing import note_act
from backend.cases.models import Case
from backend.cases.once import once
from backend.cases.repository import get_case
from backend.clients import Client
from backend.eventlog import NamedConversation, where_named
from backend.services import Services, services

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
AskedLanguage = Annotated[str | None, Header(alias="Accept-Language")]
_Offers = Callable[[AsyncSession, Case, Client, str, datetime], Awaitable[OffersFacts]]


class Asking:
    """How a service asks."""

    def __init__(
        self,
        house: Services,
        accept_language: str | None,
        key: str | None,
        conversation: str | None,
    ) -> None:
        self._house = house
        self._accept_language = accept_language
        self._key = key
        self._conversation = conversation

    async def answer(self, reference: str, wish: Wish, route: str) -> dict[str, Any]:
        """What the client's rules answer to a wish about a case, as JSON."""
        return await self._answer(reference, route, partial(_offers_of_case, wish))

    async def answer_about_all(self, reference: str, terms: Terms, route: str) -> dict[str, Any]:
        """The same about one plan over the case and the debtor's others."""
        return await self._answer(reference, route, partial(_joint_offers, terms))

    async def answer_about_plan(self, wish: Wish, route: str) -> dict[str, Any]:
        """The same about the case of the plan that is to be changed."""
        async with self._house.database.transaction() as session:
            plan = await get_plan(session, str(wish.plan))
        return await self.answer(plan.case_reference, wish, route)

    async def _answer(self, reference: str, route: str, ask: _Offers) -> dict[str, Any]:
        house = self._house

        async def work(session: AsyncSession) -> dict[str, Any]:
            case = await get_case(session, reference)
            note_act(session, "plan.offered", case)
            client = house.clients.get(case.client)
            language = language_of_reasons(self._accept_language, client)
            offers = await ask(session, case, client, language, house.clock.now(client.zone))
            where = await where_named(session, client.id, self._conversation)
            note_offers(session, where, client, offers)
            return offers.model_dump(mode="json")

        return await once(house.database, self._key, route, work)


async def _offers_of_case(
    wish: Wish, session: AsyncSession, case: Case, client: Client, language: str, now: datetime
) -> OffersFacts:
    return await offers_for(session, case, client, wish, language, now)


async def _joint_offers(
    terms: Terms, session: AsyncSession, case: Case, client: Client, language: str, now: datetime
) -> OffersFacts:
    return await joint_offers_for(session, case, client, terms, language, now)


async def asking(
    house: Annotated[Services, Depends(services)],
    accept_language: AskedLanguage = None,
    key: Key = None,
    conversation: NamedConversation = None,
) -> Asking:
    """FastAPI dependency: how the request asks."""
    return Asking(house, accept_language, key, conversation)


Asked = Annotated[Asking, Depends(asking)]
