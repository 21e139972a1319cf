"""Figures: each sum that is said or shown is one that the case API knows, or that the debtor said."""

from collections.abc import Iterator
from typing import Any

from tests.simulation.judging.amounts import amounts_in
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.judging.rules_file import numbers_of, rules_for
from tests.simulation.played import Played, Turn

Json = dict[str, Any]


def wrong_figures(played: Played) -> Iterator[Finding]:
    """Sums from nowhere, and cards that do not add up."""
    known = _known(played)
    said: set[int] = set()
    for place, turn in enumerate(played.turns):
        if turn.said is not None:
            said |= set(turn.said.sums)
        for text in turn.texts:
            for amount in amounts_in(text, played.digits):
                if amount not in known | said:
                    yield Finding(Fault.FIGURE, place, f"{amount} is known nowhere: {text}")
        for what in _on_cards(turn, played, known):
            yield Finding(Fault.FIGURE, place, what)


def _known(played: Played) -> set[int]:
    """Every number that the case API and the client's rules have, before and after."""
    rules = rules_for(played.client, played.before, played.digits)
    told = _numbers(played.before) | _numbers(played.after) | _costs(played)
    return told | numbers_of(rules, played.digits)


def _costs(played: Played) -> set[int]:
    """What each plan that was shown costs in all, which is a sum of what the case API tells of it."""
    return {sum((card.get("costs") or {}).values()) for card in played.cards}


def _numbers(told: Any) -> set[int]:
    if isinstance(told, bool) or told is None:
        return set()
    if isinstance(told, int):
        return {abs(told)}
    if isinstance(told, dict):
        return set().union(*map(_numbers, told.values()))
    if isinstance(told, list):
        return set().union(*map(_numbers, told))
    return set()


def _on_cards(turn: Turn, played: Played, known: set[int]) -> Iterator[str]:
    for card in turn.cards:
        if card["type"] == "balance":
            yield from _of_a_balance(card, turn, played)
        elif card["type"] == "plan" and card.get("id") not in played.stood_before:
            yield from _of_a_plan(card, played)
        elif card["type"] == "payment" and card["amount"] not in known | _said(played):
            yield f"the payment card asks for {card['amount']}"


def _of_a_balance(card: Json, turn: Turn, played: Played) -> Iterator[str]:
    owed = {played.before["case"]["balance"]["total"], played.after["case"]["balance"]["total"]}
    parts = sum(part["amount"] for part in card["parts"])
    if card["total"] != parts:
        yield f"the parts of the balance are {parts}, not {card['total']}"
    if card["total"] not in owed:
        yield f"the balance card says {card['total']}, and {sorted(owed)} is owed"
    if card["total"] not in amounts_in(" | ".join(turn.texts), played.digits):
        yield f"the text beside the balance card does not say {card['total']}: {turn.texts}"


def _of_a_plan(card: Json, played: Played) -> Iterator[str]:
    paid = sum(payment["amount"] for payment in card["schedule"])
    if paid != card["total"]:
        yield f"the schedule sums to {paid}, not {card['total']}"
    if len(card["schedule"]) != card["instalments"]:
        yield f"{card['instalments']} instalments, and the schedule has {len(card['schedule'])}"
    if card.get("kind", "plan") == "plan":
        owed = played.before["case"]["balance"]["total"]
        costs = sum((card.get("costs") or {}).values())
        if card["total"] != owed + costs:
            yield f"the plan is {card['total']}, and {owed} + {costs} is owed"
    offers = [(offer["total"], offer["schedule"]) for offer in played.after["offers"]]
    if (card["total"], _plain(card["schedule"])) not in [(t, _plain(s)) for t, s in offers]:
        yield "the plan on the card is none that the case API has offered"


def _plain(schedule: list[Json]) -> list[tuple[str, int]]:
    return [(payment["due"], payment["amount"]) for payment in schedule]


def _said(played: Played) -> set[int]:
    return {amount for said in played.said for amount in said.sums}
