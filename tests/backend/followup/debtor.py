"""A debtor with a plan and a conversation, and what follow-up does about it on a day."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import uuid4

from sqlalchemy import select, update

from backend.agreements.models import AgreedPlan, PlanOffer, PlanPayment, PlanRequest, PlanStatus
from backend.cases.booking import book_payment
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import get_case, last_entry_of
from backend.cases.schemas import PaymentIn
from backend.clock import Clock, utc_now
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import Line, append
from backend.followup.models import Reminder
from backend.followup.worker import Followup
from backend.services import Services

_payments = count(1)
LONG_AGO = timedelta(hours=3)


@dataclass
class Debtor:
    """`house` is the product as it stands; `conversation` where the debtor last wrote."""

    house: Services
    case: str
    plan: str
    conversation: str

    @classmethod
    async def with_plan(
        cls, house: Services, case: str, first: date, amounts: list[int], channel: str = "web"
    ) -> "Debtor":
        """A plan agreed on the day before, due on the same day of each month."""
        plan = uuid4().hex
        async with house.database.transaction() as session:
            stored = await get_case(session, case)
            request = PlanRequest(
                id=uuid4().hex,
                case_reference=case,
                terms={},
                outcome="offer",
                reasons=[],
                rules_version="1",
            )
            session.add(request)
            await session.flush()
            offer = PlanOffer(
                id=uuid4().hex,
                request_id=request.id,
                case_reference=case,
                instalment=amounts[0],
                total=sum(amounts),
                currency=stored.currency,
                schedule=[],
                expires_at=datetime.now(UTC),
            )
            session.add(offer)
            await session.flush()
            session.add(
                AgreedPlan(
                    id=plan,
                    offer_id=offer.id,
                    case_reference=case,
                    status=PlanStatus.AGREED,
                    instalment=amounts[0],
                    total=sum(amounts),
                    currency=stored.currency,
                    agreed_on=first - timedelta(days=7),
                    agreed_at=datetime.combine(first, time(12), tzinfo=UTC) - timedelta(days=7),
                    agreed_after_entry=await last_entry_of(session, case),
                    payments=[
                        PlanPayment(
                            number=number, due=_months_after(first, number - 1), amount=part
                        )
                        for number, part in enumerate(amounts, start=1)
                    ],
                )
            )
            stored.status = CaseStatus.PLAN
        debtor = cls(house, case, plan, "")
        debtor.conversation = await debtor.begins_to_talk(channel)
        return debtor

    async def begins_to_talk(self, channel: str = "web", language: str = "sv") -> str:
        """A conversation in which the debtor wrote a while ago."""
        conversation = uuid4().hex
        async with self.house.database.transaction() as session:
            case = await get_case(session, self.case)
            session.add(
                Conversation(
                    id=conversation,
                    client=case.client,
                    channel=channel,
                    access_hash="x",
                    language=language,
                    case_reference=self.case,
                )
            )
        await self.says("Hej", conversation)
        return conversation

    async def says(
        self, text: str, conversation: str | None = None, ago: timedelta = LONG_AGO
    ) -> None:
        """The debtor wrote something, `ago` before now."""
        where = conversation or self.conversation
        async with self.house.database.transaction() as session:
            [message] = await append(session, where, [Line("debtor", text)])
            message.at = utc_now() - ago

    async def pays(self, amount: int, on: date) -> None:
        """A payment is booked."""
        payment = PaymentIn(id=f"p-{next(_payments)}", amount=amount, paid_on=on)
        async with self.house.database.transaction() as session:
            case = await get_case(session, self.case)
            client = self.house.clients.get(case.client)
            await book_payment(session, client, self.case, payment, on)

    async def is_followed_up(self, day: date, at: time = time(10, 0)) -> list[Message]:
        """What is said first on that day at that time, by a product that has just started."""
        before = {message.id for message in await self.messages()}
        await Followup(self.on(day, at)).round()
        await self._forget_looks()
        return [message for message in await self.messages() if message.id not in before]

    def on(self, day: date, at: time = time(10, 0)) -> Services:
        """The product on that day."""
        return replace(self.house, clock=Clock(day, at))

    async def messages(self) -> list[Message]:
        """All that was said in the debtor's conversations."""
        async with self.house.database.transaction() as session:
            theirs = select(Conversation.id).where(Conversation.case_reference == self.case)
            said = select(Message).where(Message.conversation_id.in_(theirs))
            return list(await session.scalars(said.order_by(Message.seq)))

    async def reminder(self, kind: str) -> Reminder | None:
        """The newest reminder of a kind."""
        async with self.house.database.transaction() as session:
            chosen = select(Reminder).where(
                Reminder.case_reference == self.case, Reminder.kind == kind
            )
            found: Reminder | None = await session.scalar(
                chosen.order_by(Reminder.created_at.desc()).limit(1)
            )
            return found

    async def state(self) -> tuple[str, str]:
        """Of the case and of the plan."""
        async with self.house.database.transaction() as session:
            case = await session.get_one(Case, self.case)
            plan = await session.get_one(AgreedPlan, self.plan)
            return case.status.value, plan.status.value

    async def _forget_looks(self) -> None:
        """So that the next round looks again at what has to wait."""
        async with self.house.database.transaction() as session:
            await session.execute(update(Reminder).values(looked_at=None))


def _months_after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return first.replace(year=first.year + month // 12, month=month % 12 + 1)
