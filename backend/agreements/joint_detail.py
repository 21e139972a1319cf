"""What is told of a plan over several cases besides its payments: that of each, put together."""

from collections.abc import Mapping, Sequence
from datetime import date

from backend.agreements.reasons import agreement_texts
from backend.agreements.renewing import in_words
from backend.agreements.schemas import ComparedFacts, CostFacts, Notice, OfferDetail
from backend.clients import Client
from backend.plans import Claim, Plan, compare


def whole_of(
    details: Mapping[str, OfferDetail],
    claims: Mapping[str, Claim],
    plan: Plan,
    client: Client,
    language: str,
    on: date,
) -> OfferDetail:
    """The detail of the whole `plan`; `details` and `claims` are by the references of the cases."""
    some = next(iter(details.values()))
    costs = plan.costs
    frozen = any(detail.interest == "frozen" for detail in details.values())
    return OfferDetail(
        balance=sum(detail.balance for detail in details.values()),
        costs=CostFacts(fee=costs.fee, notices=costs.notices, interest=costs.interest),
        compared=_compared(list(claims.values()), plan, on),
        interest="frozen" if frozen else "none",
        pay_day=plan.pay_day,
        rhythm=plan.rhythm.value,
        ends_after_days=some.ends_after_days,
        undo_until=some.undo_until,
        notices=_notices(details, client, language),
        joint_instalment=plan.instalment,
    )


def _compared(claims: Sequence[Claim], plan: Plan, on: date) -> ComparedFacts:
    """The totals of all the cases; what a legal step adds to several is not known."""
    each = [compare(claim, plan, on=on) for claim in claims]
    waiting = [one.waiting for one in each if one.waiting is not None]
    unknown = [one.unknown_from for one in each if one.unknown_from is not None]
    return ComparedFacts(
        today=sum(one.today for one in each),
        plan=plan.total,
        waiting=sum(waiting) if len(waiting) == len(each) else None,
        waiting_until=each[0].waiting_until,
        unknown_from=min(unknown, default=None),
    )


def _notices(details: Mapping[str, OfferDetail], client: Client, language: str) -> list[Notice]:
    """The notices by their cases; once where it is the same for all of them."""
    told = [
        (case, in_words(notice, client, language))
        for case, detail in details.items()
        for notice in detail.notices
    ]
    texts = agreement_texts()[language]
    if len(told) == len(details) and len({notice.text for _, notice in told}) == 1:
        notice = told[0][1]
        text = texts.write("of_each_case", {"text": notice.text}, client.country)
        return [notice.model_copy(update={"text": text})]
    return [
        notice.model_copy(
            update={
                "case": case,
                "text": texts.write("of_case", {"case": case, "text": notice.text}, client.country),
            }
        )
        for case, notice in told
    ]
