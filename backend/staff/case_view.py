"""A case beside its conversation: what is owed, what was agreed, and what the rules allow."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.options import first_payment_latest
from backend.cases.balances import SumNotKnown
from backend.cases.facts import case_facts, ledger_facts
from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.clients import Client
from backend.plans import Claim
from backend.services import Services
from backend.staff.schemas import BalanceOut, CaseOut, LedgerLineOut, RuleOut
from backend.texts import say


async def view_case(
    session: AsyncSession, house: Services, reference: str, language: str, on: date
) -> CaseOut:
    """The case with its rules in the agent's language."""
    facts = await case_facts(session, reference, house.clients, on)
    case = await get_case(session, reference)
    client = house.clients.get(case.client)
    ledger = await ledger_facts(session, case)
    claim = await _claim(session, case, client, on)
    return CaseOut(
        reference=reference,
        status=facts["status"],
        debtor={name: facts["debtor"][name] for name in ("name", "kind")},
        balance=BalanceOut.model_validate(facts["balance"]),
        ledger=[LedgerLineOut(**line.model_dump()) for line in ledger.entries],
        plan=facts["plan"],
        holds=[{name: hold[name] for name in ("reason", "until")} for hold in facts["holds"]],
        rules=_rules(house, client, claim, language, on) if claim else [],
    )


async def _claim(session: AsyncSession, case: Case, client: Client, on: date) -> Claim | None:
    """The claim, where it is known how large it is."""
    try:
        return await claim_today(session, case, client, on)
    except SumNotKnown:
        return None


def _rules(house: Services, client: Client, claim: Claim, language: str, on: date) -> list[RuleOut]:
    """What the client has set for such a balance, whatever may be agreed about it today."""
    band = client.rules_on(on).band_for(claim)
    if band is None:
        return []
    smallest = {"amount": band.instalment.at_least, "currency": client.currency}
    rules: list[tuple[str, str, dict[str, Any]]] = [
        ("rule_instalment", "rule_value_money", {"amount": smallest}),
        ("rule_instalments", "rule_value_instalments", {"count": band.instalments.at_most}),
    ]
    latest = first_payment_latest(claim, client, on)
    if latest is not None:
        rules.append(("rule_first_payment", "rule_value_date", {"on": latest}))
    return [
        RuleOut(
            name=say(house.texts, language, name),
            value=house.texts[language].write(written, values, client.country),
        )
        for name, written, values in rules
    ]
