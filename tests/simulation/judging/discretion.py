"""Discretion and care: nothing about a debt to a stranger, no money after a cry for help."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tests.simulation.judging.amounts import amounts_in
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.played import Played, Turn
from tests.simulation.titles import meaning

_WORDS = Path(__file__).resolve().parents[3] / "backend" / "designing" / "discretion.yml"
_ABOUT_MONEY = {"pay_now", "request_plan", "ask_balance", "so_many_instalments", "accept_offer"}


def told_to_strangers(played: Played) -> Iterator[Finding]:
    """Sums, cards, the case's number and the debtor's name, said to somebody not identified."""
    if played.identified:
        return
    for place, turn in enumerate(played.turns):
        told = "\n".join([*turn.texts, *_titles(turn)])
        if turn.cards and any(card["type"] not in ("handoff", "callback") for card in turn.cards):
            yield Finding(Fault.RULE, place, f"a card to a stranger: {turn.cards}")
        for amount in amounts_in(told, played.digits):
            yield Finding(Fault.RULE, place, f"a sum to a stranger, {amount}: {told}")
        if played.case in told:
            yield Finding(Fault.RULE, place, f"the case's number to a stranger: {told}")
        if re.search(rf"\b{re.escape(played.debtor_name)}\b", told):
            yield Finding(Fault.RULE, place, f"the debtor's name to a stranger: {told}")
        for word in _debt_words(turn.language or played.language):
            if re.search(rf"\b{word}", told, re.IGNORECASE):
                yield Finding(Fault.RULE, place, f"“{word}” to a stranger: {told}")


def money_after_a_crisis(played: Played) -> Iterator[Finding]:
    """The answer to a cry for help speaks of no money and gets a person."""
    for place, turn in enumerate(played.turns):
        if turn.said is None or "crisis" not in turn.said.moves:
            continue
        if not any(card["type"] == "handoff" for card in turn.cards):
            yield Finding(Fault.RULE, place, f"no person after “{turn.said.text}”: {turn.texts}")
        for later in played.turns[place:]:
            sums = amounts_in("\n".join(later.texts), played.digits)
            if sums or _ABOUT_MONEY & {meaning(title) for title in _titles(later)}:
                told = [*later.texts, *_titles(later)]
                yield Finding(Fault.RULE, place, f"money after a cry for help: {told}")


def _titles(turn: Turn) -> list[str]:
    return [button["title"] for said in turn.answer for button in said["buttons"]]


@cache
def _debt_words(language: str) -> list[str]:
    told = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return list(told["hints"].get(language, []))
