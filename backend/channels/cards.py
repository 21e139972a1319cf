"""Cards as text, for channels that show nothing else. The cards are those of docs/http.md."""

from collections.abc import Callable
from typing import Any

from backend.channels.rules import rules
from backend.channels.said import Words

Card = dict[str, Any]


def as_lines(card: Card, text: str, words: Words, *, short: bool) -> list[str]:
    """What the card adds to the text above it; `short` where each letter costs."""
    writer = _WRITERS.get(card["type"])
    return writer(card, text, words, short) if writer else []


def _balance(card: Card, text: str, words: Words, short: bool) -> list[str]:
    return [
        words("part", kind=part["kind"], amount=_money(card, part["amount"]))
        for part in card["parts"]
    ]


def _plan(card: Card, text: str, words: Words, short: bool) -> list[str]:
    lines = [line for payment in card["schedule"] for line in _plan_payment(card, payment, words)]
    most = rules().lines_in_short
    if short and len(lines) > most:
        lines = [*lines[: most - 1], words("left_out"), lines[-1]]
    costs = card.get("costs") or {}
    lines += [
        words("plan_cost", kind=kind, amount=_money(card, amount))
        for kind, amount in costs.items()
        if amount
    ]
    reference = card.get("reference")
    if reference and reference not in text:
        lines.append(words("payment_reference", reference=reference))
    if "id" in card and not short:
        lines.append(words("plan_in_writing"))
    return lines


def _plan_payment(card: Card, payment: dict[str, Any], words: Words) -> list[str]:
    """A line for each case that the payment goes to; one where the plan is of one case."""
    due = payment["due"]
    if not payment.get("parts"):
        return [words("plan_payment", due=due, amount=_money(card, payment["amount"]))]
    return [
        words("plan_part", due=due, amount=_money(card, part["amount"]), case=part["case"])
        for part in payment["parts"]
    ]


def _payment(card: Card, text: str, words: Words, short: bool) -> list[str]:
    return [
        words("payment_amount", amount=_money(card, card["amount"])),
        words("payment_account", label=card["account_label"], account=card["account"]),
        words("payment_payee", payee=card["payee"]),
        words("payment_reference", reference=card["reference"]),
        *([words("payment_due", due=card["due"])] if card.get("due") else []),
    ]


def _reference(card: Card, text: str, words: Words, short: bool) -> list[str]:
    reference = card.get("reference")
    if not reference or reference in text:
        return []
    return [words("reference", reference=reference)]


_WRITERS: dict[str, Callable[[Card, str, Words, bool], list[str]]] = {
    "balance": _balance,
    "plan": _plan,
    "payment": _payment,
    # What these say stands in the text above them, except perhaps the reference.
    "dispute": _reference,
    "handoff": _reference,
    "callback": _reference,
}


def _money(card: Card, amount: int) -> dict[str, Any]:
    return {"amount": amount, "currency": card["currency"]}
