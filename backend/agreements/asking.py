"""Asking for offers over HTTP: in which language, in which conversation, once."""

from typing import Annotated, Any

from fastapi import Depends, Header
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.noting import note_offers
from backend.agreements.offering import offers_for
from backend.agreements.reasons import language_of_reasons
from backend.agreements.repository import get_plan
from backend.agreements.wishes import Wish
from backend.cases.auditing import note_act
from backend.cases.once import once
from backend.cases.repository import get_case
from backend.eventlog import NamedConversation, where_named
from backend.services import Services, services

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]


class Asking:
    """How a service asks: a FastAPI dependency."""

    def __init__(
        self,
        house: Annotated[Services, Depends(services)],
        accept_language: Annotated[str | None, Header()] = None,
        key: Key = None,
        conversation: NamedConversation = None,
    ) -> None:
        self._house = house
        self._accept_language = accept_language
        self._key = key
        self._conversation = conversation

    async def answer(self, reference: str, wish: Wish, route: str) -> dict[str, Any]:
        """What the client's rules answer to a wish about a case, as JSON."""
        house = self._house

        async def work(session: AsyncSession) -> dict[str, Any]:
            case = await get_case(session, reference)
            note_act(session, "plan.offered", case)
            client = house.clients.get(case.client)
            language = language_of_reasons(self._accept_language, client)
            now = house.clock.now(client.zone)
            offers = await offers_for(session, case, client, wish, language, now)
            where = await where_named(session, client.id, self._conversation)
            note_offers(session, where, client, offers)
            return offers.model_dump(mode="json")

        return await once(house.database, self._key, route, work)

    async def answer_about_plan(self, wish: Wish, route: str) -> dict[str, Any]:
        """The same about the case of the plan that is to be changed."""
        async with self._house.database.transaction() as session:
            plan = await get_plan(session, str(wish.plan))
        return await self.answer(plan.case_reference, wish, route)


Asked = Annotated[Asking, Depends()]
