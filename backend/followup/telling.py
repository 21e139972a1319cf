"""Puts what is to be said into words, buttons and a card, in the conversation's language.

Whoever picks up a phone sees its notifications. So a messaging app is told only who writes and that
there is something to read; the words come in the conversation when the debtor asks for them there.
The web chat is opened by the debtor alone, and says it at once.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanStatus
from backend.cases.balances import SumNotKnown, balance_of
from backend.cases.kinds import CaseStatus
from backend.cases.paying import payment_card
from backend.conversations.assistant import AssistantButton
from backend.conversations.buttons import issue
from backend.conversations.models import Conversation
from backend.conversations.repository import Line
from backend.followup.repository import payments_in_all
from backend.followup.situation import Situation
from backend.wording import Catalogue

_HERE = Path(__file__).parent
_WEB = "web"


@cache
def followup_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_HERE / "texts")


async def words_for(
    session: AsyncSession, now: Situation, conversation: Conversation, thanked: list[int]
) -> Line:
    """The line to be said. `thanked` are the ledger entries of the payments that it thanks for."""
    kind = now.reminder.kind
    values, variant = await _values(session, now, thanked)
    if conversation.channel != _WEB:
        return _notice(session, now, conversation)
    buttons = _buttons()[kind][variant] if variant else _buttons()[kind]
    card = await _payment_card(session, now) if kind in ("coming", "missed") else None
    return Line(
        "assistant",
        _write(now, conversation, kind, values),
        _issue(session, conversation, buttons),
        card,
    )


async def _values(
    session: AsyncSession, now: Situation, thanked: list[int]
) -> tuple[dict[str, Any], str]:
    """What the text says, and which of its kinds of buttons stand under it."""
    if now.reminder.kind == "thanks":
        return await _thanks(session, now, thanked)
    if now.reminder.kind == "unseen":
        return {"until": date.fromordinal(now.reminder.about)}, ""
    return await _about(session, now), ""


def _notice(session: AsyncSession, now: Situation, conversation: Conversation) -> Line:
    """Who writes and that there is something to read; nothing of what, and no figure."""
    shows = "plan" if now.plan_runs and now.reminder.kind != "broken" else "case"
    values = {"client_name": now.client.name, "assistant": now.client.assistant}
    return Line(
        "assistant",
        _write(now, conversation, "notice", values),
        _issue(session, conversation, _buttons()["notice"][shows]),
    )


async def _about(session: AsyncSession, now: Situation) -> dict[str, Any]:
    assert now.instalment is not None
    total = await _total(session, now)
    return {
        "amount": _money(now, now.instalment.left),
        "all_of_it": _money(now, now.instalment.amount),
        "part": now.instalment.paid > 0,
        "due": now.instalment.due,
        "today": now.instalment.due == now.today,
        "known": total is not None,
        "total": _money(now, total or 0),
    }


async def _thanks(
    session: AsyncSession, now: Situation, thanked: list[int]
) -> tuple[dict[str, Any], str]:
    total = await _total(session, now)
    values: dict[str, Any] = {"amount": _money(now, await payments_in_all(session, thanked))}
    if total is not None and total < 0:
        return values | {"state": "overpaid", "over": _money(now, -total)}, "overpaid"
    if now.case.status is CaseStatus.PAID:
        completed = now.plan is not None and now.plan.status is PlanStatus.COMPLETED
        state = "completed" if completed else "paid"
        return values | {"state": state}, state
    if now.plan_runs and now.instalment is not None:
        coming = {
            "state": "instalment",
            "overdue": now.instalment.due < now.today,
            "next_amount": _money(now, now.instalment.left),
            "next_due": now.instalment.due,
            "left": now.left,
        }
        return values | coming, "instalment"
    if total is None:
        return values | {"state": "unknown"}, "unknown"
    return values | {"state": "rest", "total": _money(now, total)}, "rest"


async def _total(session: AsyncSession, now: Situation) -> int | None:
    """What is left to pay; None when the interest to today is not known."""
    try:
        return (await balance_of(session, now.case, now.client, now.today)).total
    except SumNotKnown:
        return None


async def _payment_card(session: AsyncSession, now: Situation) -> dict[str, Any]:
    assert now.instalment is not None
    card = await payment_card(session, now.case, now.client, now.instalment.left, now.today)
    return {"type": "payment", **card.model_dump(mode="json")}


def _money(now: Situation, amount: int) -> dict[str, Any]:
    return {"amount": amount, "currency": now.case.currency}


def _write(now: Situation, conversation: Conversation, text: str, values: Mapping[str, Any]) -> str:
    return followup_texts()[conversation.language].write(text, values, now.client.country)


def _issue(
    session: AsyncSession, conversation: Conversation, buttons: Mapping[str, str]
) -> list[dict[str, str]]:
    titles = followup_texts()[conversation.language].buttons
    offered = [AssistantButton(title=titles[name], payload=turn) for name, turn in buttons.items()]
    return issue(session, conversation.id, offered)


@cache
def _buttons() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((_HERE / "buttons.yml").read_text(encoding="utf-8"))
    return content
