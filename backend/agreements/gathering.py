"""The cases of one debtor that can be in one plan, and why the others cannot."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.negotiating import PLAN_AGREED
from backend.cases.balances import SumNotKnown
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import get_case, other_cases_of
from backend.clients import Client
from backend.plans import Named, Uncovered, apart

NO_OTHER_CASE = "no_other_case"


@dataclass(frozen=True)
class Gathered:
    """The cases by their references and the claims of those that can be in one plan.

    `left_out` names the rule that keeps each of the others apart.
    """

    cases: dict[str, Case]
    claims: tuple[Named, ...]
    left_out: dict[str, str]

    def referral(self, case: Case) -> str | None:
        """Why there is no plan of `case` with others; None when there can be one."""
        if case.reference in self.left_out:
            return self.left_out[case.reference]
        if len(self.claims) > 1:
            return None
        return next(iter(self.left_out.values()), NO_OTHER_CASE)


async def gather(session: AsyncSession, case: Case, client: Client, today: date) -> Gathered:
    """The case and the debtor's others with the same client that are not paid."""
    references = [case.reference, *await other_cases_of(session, case)]
    cases = {reference: await get_case(session, reference) for reference in references}
    claims, left_out = [], {}
    for reference, one in cases.items():
        if one.client != client.id or one.status is CaseStatus.PAID:
            continue
        found = await _claim_or_rule(session, one, client, today)
        if isinstance(found, Named):
            claims.append(found)
        elif found != Uncovered.NOTHING_OWED:
            left_out[reference] = found
    return Gathered(cases, tuple(claims), left_out)


async def _claim_or_rule(
    session: AsyncSession, case: Case, client: Client, today: date
) -> Named | str:
    if case.status is CaseStatus.PLAN:
        return PLAN_AGREED
    try:
        claim = await claim_today(session, case, client, today)
    except SumNotKnown:
        return Uncovered.RATE_UNKNOWN.value
    referral = apart(claim, client.rules_on(today))
    return Named(case.reference, claim) if referral is None else referral.rule.value
