"""The client's rules: what was offered and agreed is within them, and only after a yes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.simulation.judging.bank_days import may_be_moved_from
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.judging.rules_file import rules_for
from tests.simulation.played import Played
from tests.stack import TODAY

Json = dict[str, Any]
_TODAY = date.fromisoformat(TODAY)
_RUNNING = "agreed"


def broken_rules(played: Played) -> Iterator[Finding]:
    """Plans outside the rules, plans without a yes, more than one plan, a wait that is too long."""
    rules = rules_for(played.client, played.before, played.digits)
    for place, turn in enumerate(played.turns):
        for card in turn.cards:
            if card.get("id") in played.stood_before:
                continue
            for what in _of_card(card, rules, played):
                yield Finding(Fault.RULE, place, what)
            agreed = card["type"] == "deferral" or card.get("status") == "agreed"
            yes = turn.said is not None and turn.said.agrees
            if agreed and not yes and not _shown_before(card, played, place):
                yield Finding(Fault.RULE, place, f"{card['type']} agreed without a yes")
    last = len(played.turns) - 1
    for what in _in_the_end(played):
        yield Finding(Fault.RULE, last, what)


def _shown_before(card: Json, played: Played, place: int) -> bool:
    """A plan that stood already may be shown again."""
    known = [one.get("id") for turn in played.turns[:place] for one in turn.cards]
    return card.get("id") is not None and card["id"] in known


def _of_card(card: Json, rules: Json | None, played: Played) -> Iterator[str]:
    if card["type"] == "deferral":
        latest = (rules or {}).get("deferral", {}).get("at_most_days")
        if latest is None or date.fromisoformat(card["until"]) > _TODAY + timedelta(days=latest):
            yield f"put off to {card['until']}, and the rules allow {latest} days"
    if card["type"] != "plan":
        return
    kind = card.get("kind", "plan")
    if kind == "plan":
        yield from _of_plan(card, rules, played)
    elif kind == "settlement":
        least = (rules or {}).get("settlement", {}).get("at_least_percent")
        owed = played.before["case"]["balance"]["total"]
        if least is None or card["total"] * 100 < owed * least:
            yield f"settled for {card['total']} of {owed}, and the rules want {least} %"


def _of_plan(card: Json, rules: Json | None, played: Played) -> Iterator[str]:
    if rules is None:
        yield "a plan where only a person may decide"
        return
    schedule = card["schedule"]
    least = rules["instalment"]["at_least"] * 10**played.digits
    small = [payment["amount"] for payment in schedule[:-1] if payment["amount"] < least]
    if small:
        yield f"an instalment of {small[0]}, and the least is {least}"
    if "down_payment" in rules and len(schedule) > 1:
        yield from _of_down_payment(schedule[0]["amount"], rules["down_payment"], played)
    most = rules["instalments"]["at_most"]
    if len(schedule) > most:
        yield f"{len(schedule)} instalments, and the most is {most}"
    latest = _TODAY + timedelta(days=rules["first_payment"]["within_days"])
    first = date.fromisoformat(schedule[0]["due"])
    country = played.before["case"]["country"]
    if first > latest and not any(day <= latest for day in may_be_moved_from(first, country)):
        yield f"the first payment is on {first}, and the latest is {latest}"
    dues = [payment["due"] for payment in schedule]
    if dues != sorted(set(dues)) or dues[0] < TODAY:
        yield f"the days are out of order: {dues}"
    if _is_monthly(dues):
        yield from _of_pay_days(dues, rules.get("pay_days", {"from": 1, "to": 28}), country)
    elif "rhythm" not in rules:
        yield f"not monthly, and the rules know nothing else: {dues}"
    if sum(payment["amount"] for payment in schedule) < played.before["case"]["balance"]["total"]:
        yield f"the plan pays {card['total']}, which is less than what is owed"


def _of_down_payment(first: int, wanted: Json, played: Played) -> Iterator[str]:
    owed = played.before["case"]["balance"]["total"]
    least = wanted.get("at_least", 0) * 10**played.digits
    least = max(least, owed * wanted.get("at_least_percent", 0) // 100)
    if first < least:
        yield f"the plan begins with {first}, and the least is {least}"


def _of_pay_days(dues: list[str], allowed: Json, country: str) -> Iterator[str]:
    """The first payment may be on a day of its own; the others are on a pay day."""
    for due in map(date.fromisoformat, dues[1:]):
        days = [day.day for day in may_be_moved_from(due, country)]
        if not any(allowed["from"] <= day <= allowed["to"] for day in days):
            yield f"a payment on {due}, and pay days are {allowed['from']} to {allowed['to']}"


def _is_monthly(dues: list[str]) -> bool:
    days = [date.fromisoformat(due) for due in dues[1:]]
    gaps = [(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)]
    return not gaps or min(gaps) > 20


def _in_the_end(played: Played) -> Iterator[str]:
    running = [plan for plan in played.after["plans"] if plan["status"] == _RUNNING]
    if len(running) > 1:
        yield f"{len(running)} plans run in one case"
    shown = [card["id"] for card in played.cards if card.get("status") == "agreed" and "id" in card]
    for plan in running:
        if not played.out_of_reach and plan["id"] not in {*shown, *played.stood_before}:
            yield "a plan stands that was never shown as agreed"
    if not running and played.agreed_last and not played.undone:
        yield "a plan was shown as agreed, and none stands"
