"""The values of a case that a canned reply may hold: values.yaml. What is not known is left out."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.cases.balance_facts import balance_facts
from backend.cases.kinds import CaseStatus
from backend.cases.lifting import holds_that_stand
from backend.cases.models import Case
from backend.cases.paying import payment_card
from backend.cases.repository import get_case
from backend.cases.schemas import BalanceFacts
from backend.clients import Client
from backend.clients.help import help_of
from backend.conversations.models import Conversation
from backend.macros.resting import may_be_paid
from backend.replies.house import reply_texts
from backend.staff.models import StaffUser

Values = dict[str, Any]


async def values_of(
    session: AsyncSession,
    user: StaffUser,
    conversation: Conversation,
    client: Client,
    language: str,
    today: date,
) -> Values:
    """All that is known, with `country` and `made_up_of`, by which some replies choose their wording."""
    values = _of_the_house(user, client, language)
    if conversation.case_reference is None:
        return values | {"eid": client.eid_in(language)}
    case = await get_case(session, conversation.case_reference)
    balance = await balance_facts(session, case, client, today)
    values |= _of_the_case(case) | _owed(balance)
    values |= await _of_the_plan(session, case, client, today)
    values |= await _resting(session, case, today)
    if await may_be_paid(session, case, today) and (balance.total or 0) > 0:
        values |= await _to_pay(session, case, client, language, values, today)
    return values


def _of_the_house(user: StaffUser, client: Client, language: str) -> Values:
    advisers = help_of(client, language)["advisers"]
    adviser = advisers[0] if advisers else {}
    ways = [adviser.get("phone"), adviser.get("url")]
    return {
        "country": client.country,
        "agent": user.first_name,
        "client": client.name,
        "agency_phone": client.agency.phone,
        "booked_within": client.payment_days,
        "adviser": adviser.get("name"),
        "adviser_contact": ", ".join(way for way in ways if way) or None,
    }


def _of_the_case(case: Case) -> Values:
    return {
        "first_name": case.debtor.first_name,
        "case": case.reference,
        "origin": case.origin,
        "invoice": case.invoice_number,
        "due": case.due_date.isoformat(),
    }


def _owed(balance: BalanceFacts) -> Values:
    """Where the sum is not known today, none of it is."""
    if balance.total is None:
        return {}

    def money(amount: int) -> dict[str, Any]:
        return {"amount": amount, "currency": balance.currency}

    parts = {part.kind: part.amount for part in balance.parts}
    fees = parts.get("fee", 0) + parts.get("cost", 0)
    values: Values = {"made_up_of": _made_up_of(balance), "total": money(balance.total)}
    values["principal"] = money(parts.get("principal", 0))
    values |= {"interest": money(parts.get("interest", 0)), "fees": money(fees)}
    values["paid"] = money(abs(parts.get("payment", 0)))
    if balance.payments:
        last = balance.payments[-1]
        values["last_payment"] = money(last.amount)
        values["last_payment_on"] = last.paid_on.isoformat()
    return values


def _made_up_of(balance: BalanceFacts) -> str:
    """How the sum can be told: its parts are only the sum while nothing was paid or written off."""
    kinds = {part.kind for part in balance.parts if part.amount}
    if not balance.total or balance.total < 0:
        return "nothing"
    if "write_off" in kinds:
        return "more"
    return "parts_and_payments" if "payment" in kinds else "parts"


async def _of_the_plan(session: AsyncSession, case: Case, client: Client, today: date) -> Values:
    plan = await plan_facts_of_case(session, case, client, today)
    if plan is None or plan.next is None or case.status is not CaseStatus.PLAN:
        return {}
    return {
        "next_amount": {"amount": plan.next.amount, "currency": plan.currency},
        "next_due": plan.next.due.isoformat(),
        "left": plan.left,
        "plan_end": plan.schedule[-1].due.isoformat(),
    }


async def _resting(session: AsyncSession, case: Case, today: date) -> Values:
    ends = [hold.until for hold in await holds_that_stand(session, case, today) if hold.until]
    return {"hold_until": max(ends).isoformat()} if ends and max(ends) >= today else {}


async def _to_pay(
    session: AsyncSession,
    case: Case,
    client: Client,
    language: str,
    known: Values,
    today: date,
) -> Values:
    """The next instalment of a plan, else all of it."""
    instalment = known["next_amount"]["amount"] if "next_amount" in known else None
    card = await payment_card(session, case, client, instalment, today)
    named = {"label": card.account_label, "number": card.account}
    return {
        "payment": {"amount": card.amount, "currency": card.currency},
        "payment_due": card.due.isoformat(),
        "payment_reference": card.reference,
        "account": reply_texts()[language].write("account_named", named),
    }
