"""What the client's rules allow next, asked of the same engine that the assistant asks."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.deferring import latest_deferral
from backend.agreements.models import OfferKind, PlanStatus
from backend.agreements.negotiating import answer_to
from backend.agreements.options import plan_options
from backend.agreements.reasons import reason_in_words
from backend.agreements.schemas import PlanFacts, PlanOptions, Terms
from backend.agreements.wishes import Wish
from backend.cases.balances import SumNotKnown
from backend.cases.models import Case
from backend.clients import Client
from backend.handoff.card.schemas import Refused, Step, Steps
from backend.plans import Claim


class NextSteps:
    """Asks for one case on one day; `role` is that of whoever reads the card."""

    def __init__(
        self, session: AsyncSession, case: Case, client: Client, today: date, role: str | None
    ) -> None:
        self._session, self._case, self._client = session, case, client
        self._today, self._role = today, role

    async def possible(self, plan: PlanFacts | None, language: str) -> Steps:
        """What may be agreed, and the rule that leaves the rest to a person, in words."""
        claim = await self._claim()
        steps = [] if claim is None else _paying(claim)
        if plan is not None and plan.status == PlanStatus.AGREED:
            return Steps(allowed=steps + _of_plan(plan), barred_by=[])
        case, client, today = self._case, self._client, self._today
        options = await plan_options(self._session, case, client, today)
        steps += _new_plan(options) + await self._later(claim) + _for_all(options, today)
        if options.referral is None:
            return Steps(allowed=steps, barred_by=[])
        rule = {"rule": options.referral, "limit": None, "wished": None}
        said = Refused(rule=options.referral, text=reason_in_words(rule, client, language))
        return Steps(allowed=steps + await self._by_hand(), barred_by=[said])

    async def _claim(self) -> Claim | None:
        """The claim, where it is known how large it is."""
        try:
            return await claim_today(self._session, self._case, self._client, self._today)
        except SumNotKnown:
            return None

    async def _later(self, claim: Claim | None) -> list[Step]:
        if claim is None:
            return []
        until = await latest_deferral(self._session, self._case, self._client, self._today)
        return [] if until is None else [Step(step="deferral", until=until)]

    async def _by_hand(self) -> list[Step]:
        """The plan that this role may grant where the rules alone allow none."""
        if self._role is None:
            return []
        wish = Wish(OfferKind.PLAN, Terms())
        answer = await answer_to(
            self._session, self._case, self._client, wish, self._today, self._role
        )
        if not answer.plans:
            return []
        plan, currency = answer.plans[0], self._case.currency
        step = Step(step="plan", by_hand=True, amount=plan.instalment, currency=currency)
        return [step.model_copy(update={"instalments": plan.instalments})]


def _paying(claim: Claim) -> list[Step]:
    if claim.stops or claim.balance <= 0:
        return []
    return [Step(step="pay", amount=claim.balance, currency=claim.currency)]


def _of_plan(plan: PlanFacts) -> list[Step]:
    steps = [Step(step="change")] if plan.can.change else []
    steps += [Step(step="pause")] if plan.can.pause else []
    steps += [Step(step="undo", until=plan.undo_until)] if plan.can.undo else []
    return steps


def _new_plan(options: PlanOptions) -> list[Step]:
    if options.smallest_instalment is None:
        return []
    return [
        Step(
            step="plan",
            amount=options.smallest_instalment,
            instalments=options.most_instalments,
            until=options.first_payment_latest,
            currency=options.currency,
        )
    ]


def _for_all(options: PlanOptions, today: date) -> list[Step]:
    """The part that is taken for all of it, and by when it has to be paid."""
    room = options.settlement
    if room is None:
        return []
    until = today + timedelta(days=room.within_days)
    return [Step(step="settlement", amount=room.at_least, until=until, currency=options.currency)]
