"""An agent sends how to pay, as the card that the assistant would send."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.audit import Actor, Subject, write_down
from backend.cases.balances import balance_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.paying import payment_card
from backend.cases.schemas import PaymentCard
from backend.clients import Client
from backend.conversations import events
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, find_message
from backend.macros.resting import may_be_paid
from backend.macros.saying import macro_texts
from backend.services import Services
from backend.staff.granting.place import own_place
from backend.staff.models import StaffUser
from backend.staff.noting import note_answer
from backend.staff.schemas import StaffMessage


async def send_payment_details(
    house: Services, user: StaffUser, conversation: str, id: str
) -> StaffMessage:
    """The line with its card as it was said; sending again says nothing again.

    With a plan it is the next instalment, else all that is owed today. Raises the problems
    not-found, not-taken-by-you, case-not-known, case-rests, nothing-to-pay and sum-not-known.
    """
    async with house.database.transaction() as session:
        place = await own_place(session, house, user, conversation)
        said_before = await find_message(session, conversation, id)
        if said_before is not None:
            return StaffMessage.model_validate(said_before, from_attributes=True)
        if not await may_be_paid(session, place.case, place.today):
            raise refusal(house, user.language, 409, "case-rests")
        payment = await _payment(session, place.case, place.client, place.today)
        if payment is None:
            raise refusal(house, user.language, 409, "nothing-to-pay")
        language = place.client.language(place.conversation.language)
        line = Line(
            "agent",
            _in_words(payment, place.client, language),
            card=_card(payment),
            name=user.first_name,
            id=id,
        )
        said = await append(session, conversation, [line])
        write_down(
            session,
            "payment_details.sent",
            Actor.staff(user.id),
            Subject("conversation", conversation),
            client=place.client.id,
            case=place.case.reference,
        )
        await note_answer(session, house, place.conversation)
    await events.tell_messages(house.hub, place.conversation, said)
    return StaffMessage.model_validate(said[0], from_attributes=True)


async def _payment(
    session: AsyncSession, case: Case, client: Client, today: date
) -> PaymentCard | None:
    if case.status is CaseStatus.PLAN:
        plan = await plan_facts_of_case(session, case, client, today)
        if plan is not None and plan.next is not None:
            return await payment_card(session, case, client, plan.next.amount, today)
    owed = (await balance_of(session, case, client, today)).total
    if owed <= 0:
        return None
    return await payment_card(session, case, client, owed, today)


def _in_words(payment: PaymentCard, client: Client, language: str) -> str:
    amount = {"amount": payment.amount, "currency": payment.currency}
    values = {"amount": amount, "reference": payment.reference, "country": client.country}
    return macro_texts()[language].write("payment_details", values, client.country)


def _card(payment: PaymentCard) -> dict[str, object]:
    """The payment card of docs/http.md; without codes where there are none."""
    told = payment.model_dump(mode="json")
    codes = told.pop("codes")
    return {"type": "payment", **told, **({"codes": codes} if codes else {})}
