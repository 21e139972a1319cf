"""Whose offer it is: a yes in a conversation agrees only to what is of that conversation's case."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanOffer
from backend.agreements.repository import offers_of_joint
from backend.conversations.models import Conversation
from backend.problems import Problem


async def refuse_another_cases(
    session: AsyncSession, offer: PlanOffer, *, case: str | None, conversation: str | None
) -> None:
    """Raises the problem offer-of-another-case unless the offer is of the case.

    `case` is the one that the yes was said about, if that was told. A `conversation` that is not
    kept here tells nothing, and one in which nobody is identified is about no case. A plan over
    several cases is of each of them.
    """
    offers = [offer] if offer.joint is None else await offers_of_joint(session, offer.joint)
    cases = {one.case_reference for one in offers}
    known = None if conversation is None else await session.get(Conversation, conversation)
    elsewhere = case is not None and case not in cases
    if elsewhere or (known is not None and known.case_reference not in cases):
        sentence = "This offer is of another case. Please ask for one of the case at hand."
        raise Problem(409, "offer-of-another-case", sentence)
