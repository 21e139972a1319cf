"""Puts the card together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.cases.models import Case, Hold
from backend.cases.repository import get_case, holds_on
from backend.clients import Client
from backend.conversations.models import Conversation, Message
from backend.handoff.card.agreed import what_is_agreed
from backend.handoff.card.care import care_flags
from backend.handoff.card.cases import cases_in_short
from backend.handoff.card.flow import flow_of
from backend.handoff.card.heard import asked_in, heard_in, not_understood
from backend.handoff.card.mood import mood_of
from backend.handoff.card.plainly import speaks_plainly
from backend.handoff.card.proposals import proposals_in
from backend.handoff.card.schemas import Agreed, Card, Spoken, Step, Steps
from backend.handoff.card.steps import NextSteps
from backend.handoff.card.who import who_it_is
from backend.handoff.card.why import why
from backend.handoff.models import Handoff
from backend.handoff.repository import handoffs_of
from backend.services import Services

#: The flag of care.yaml that stops everything about money.
_DANGER = "crisis"
_NOTHING_AGREED = Agreed(plan=None, deferred_until=None, rests=[])
#: After a word of despair nothing of money is begun, as the assistant does not either.
_CARE_FIRST = Steps(allowed=[Step(step="care_first")], barred_by=[])
_TO_A_STRANGER = Steps(allowed=[Step(step="identify")], barred_by=[])


@dataclass(frozen=True)
class Reader:
    """Who looks at the card: in which language, and in which role."""

    language: str
    role: str | None


@dataclass(frozen=True)
class _Of:
    """What the card is built from."""

    session: AsyncSession
    client: Client
    conversation: Conversation
    messages: Sequence[Message]
    reader: Reader
    now: datetime


async def build_card(
    session: AsyncSession,
    house: Services,
    handoff: Handoff,
    messages: Sequence[Message],
    reader: Reader,
    now: datetime,
) -> Card:
    """The card as it is now; `messages` are all of the conversation, `now` by the client's clock."""
    conversation = handoff.conversation
    client = house.clients.get(conversation.client)
    handoffs = await handoffs_of(session, conversation.id)
    heard = heard_in(messages)
    reference = conversation.case_reference
    case = await get_case(session, reference) if reference else None
    holds = await holds_on(session, reference, now.date()) if reference else []
    card = Card(
        who=await who_it_is(session, conversation, case, _phone(handoffs)),
        spoken=Spoken(language=conversation.language, plain=speaks_plainly(handoff, heard)),
        cases=[],
        why=why(handoff, handoffs, client, house.texts[reader.language]),
        asked=asked_in(heard),
        not_understood=not_understood(heard),
        proposals=[],
        agreed=_NOTHING_AGREED,
        care=care_flags(heard, holds, handoffs),
        mood=mood_of(heard),
        flow=flow_of(handoff),
        steps=_TO_A_STRANGER,
    )
    if case is not None:
        of = _Of(session, client, conversation, messages, reader, now)
        card = card.model_copy(update=await _about_the_case(of, case, holds))
    in_danger = any(flag.kind == _DANGER for flag in card.care)
    return card.model_copy(update={"steps": _CARE_FIRST}) if in_danger else card


async def _about_the_case(of: _Of, case: Case, holds: Sequence[Hold]) -> dict[str, Any]:
    """What only an identified person's card has."""
    session, client, language, today = of.session, of.client, of.reader.language, of.now.date()
    plan = await plan_facts_of_case(session, case, client, today)
    cases = await cases_in_short(session, case, client, today)
    references = [one.reference for one in cases]
    steps = NextSteps(session, case, client, today, of.reader.role)
    return {
        "cases": cases,
        "proposals": await proposals_in(
            session, of.conversation, of.messages, references, client, language
        ),
        "agreed": await what_is_agreed(session, case, plan, holds, today),
        "steps": await steps.possible(plan, language),
    }


def _phone(handoffs: Sequence[Handoff]) -> str | None:
    """The number that was given last, to be called or beside something else."""
    given = (one.phone or one.facts.get("known_phone") for one in reversed(handoffs))
    return next((str(phone) for phone in given if phone), None)
