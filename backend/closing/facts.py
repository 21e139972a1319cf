"""What was done in a conversation since it was handed over: facts, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.presenting import plan_facts_of_case
from backend.attachments.repository import attachments_of
from backend.cases.balance_facts import balance_facts
from backend.cases.kinds import CaseStatus
from backend.cases.lifting import holds_that_stand
from backend.cases.repository import get_case
from backend.clients import Client
from backend.conversations.models import Conversation
from backend.conversations.repository import messages_after
from backend.handoff.models import Handoff
from backend.notes.repository import notes_for
from backend.staff.granting.schemas import GrantOut
from backend.staff.granting.shown import show_grants_of


@dataclass(frozen=True)
class Fact:
    """A line of the summary: its text in texts/, and the values in it."""

    text: str
    values: dict[str, Any]


async def facts_of(
    session: AsyncSession,
    conversation: Conversation,
    handoff: Handoff,
    client: Client,
    now: datetime,
) -> list[Fact]:
    """The facts in the order in which they are told; `now` by the client's clock."""
    since = handoff.created_at
    facts = [Fact(f"reason_{handoff.reason}", {})]
    grants = await show_grants_of(session, conversation.id, now)
    facts += [fact for grant in reversed(grants) if grant.made_at >= since for fact in _of(grant)]
    for said in await messages_after(session, conversation.id):
        card = said.card or {}
        if said.sender == "agent" and card.get("type") == "payment" and said.at >= since:
            facts.append(Fact("payment_sent", {"amount": _money(card["amount"], card["currency"])}))
    for note in await notes_for(session, conversation):
        if note.kind == "hold_lifted" and note.conversation_id == conversation.id:
            facts += [Fact("hold_ended", {"hold": note.about})] if note.at >= since else []
    files = [one for one in await attachments_of(session, conversation.id) if one.at >= since]
    facts += [Fact("files", {"count": len(files)})] if files else []
    if conversation.case_reference is not None:
        facts += await _of_case(session, conversation.case_reference, client, now)
    return facts


def _of(grant: GrantOut) -> Iterator[Fact]:
    """What became of an offer that a person made; what was only prepared is not told."""
    said = {"agreed": "agreed", "sent": "offered", "undone": "undone"}.get(grant.state)
    if said is None:
        return
    values = {
        "kind": grant.kind,
        "single": grant.instalments == 1,
        "instalments": grant.instalments,
        "instalment": _money(grant.instalment, grant.currency),
        "total": _money(grant.total, grant.currency),
        "first": grant.schedule[0].due.isoformat(),
    }
    yield Fact(said, values)


async def _of_case(
    session: AsyncSession, reference: str, client: Client, now: datetime
) -> list[Fact]:
    """Where the case stands now."""
    case, today = await get_case(session, reference), now.date()
    facts = []
    for hold in await holds_that_stand(session, case, today):
        until = hold.until.isoformat() if hold.until and hold.until >= today else None
        values = {"hold": hold.reason, "until": until, "dated": until is not None}
        facts.append(Fact("on_hold", values))
    balance = await balance_facts(session, case, client, today)
    if balance.total is not None:
        facts.append(Fact("left", {"total": _money(balance.total, balance.currency)}))
    plan = await plan_facts_of_case(session, case, client, today)
    if plan is not None and plan.next is not None and case.status is CaseStatus.PLAN:
        coming = {"amount": _money(plan.next.amount, plan.currency)}
        facts.append(Fact("next", coming | {"due": plan.next.due.isoformat()}))
    return facts


def _money(amount: int, currency: str) -> dict[str, Any]:
    return {"amount": amount, "currency": currency}
