"""On which occasions a client wants a person: what is known of them before a message is understood."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.cases.balances import SumNotKnown
from backend.cases.repository import get_case
from backend.clients import Client
from backend.conversations.models import Conversation, Turn
from backend.handoff.repository import was_handed_over_for
from backend.plans import Claim
from backend.services import Services

#: The reason of a handoff that the client's own file asks for.
CLIENT_RULE = "client_rule"


async def triggers_that_may_be(
    session: AsyncSession, house: Services, conversation: Conversation, turn: Turn
) -> Mapping[str, Any]:
    """`hands_over`: [{rule: place in the client's file, intents: null for any meaning, said: by a word}].

    Those that fit the claim and the words of the message. Once in a conversation is enough: whoever
    was given back to the assistant talks to it.
    """
    client = house.clients.get(conversation.client)
    if not client.triggers or await was_handed_over_for(session, conversation.id, CLIENT_RULE):
        return {}
    claim = await _claim(session, house, client, conversation)
    return {
        "hands_over": [
            {
                "rule": place,
                "intents": trigger.when.intents,
                "said": trigger.when.words is not None,
            }
            for place, trigger in enumerate(client.triggers)
            if trigger.when.may_be(claim, turn.text)
        ]
    }


def rule_of(client: Client, place: object) -> dict[str, Any] | None:
    """The rule as the client's file has it now, to be kept with the handoff that it made."""
    rules = client.hand_over
    return rules[place] if isinstance(place, int) and 0 <= place < len(rules) else None


async def _claim(
    session: AsyncSession, house: Services, client: Client, conversation: Conversation
) -> Claim | None:
    """The claim, of somebody who is known, where it is known how large it is."""
    if conversation.case_reference is None:
        return None
    case = await get_case(session, conversation.case_reference)
    try:
        return await claim_today(session, case, client, house.clock.today(client.zone))
    except SumNotKnown:
        return None
