"""What a person wishes of a plan that runs, as the case API takes it.

Pure: the intent and the values of a message in, a wish out (money in minor units). Three ways to say
the same are one wish: "move it", "I need more time" and "I can pay on Friday instead".
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from actions.plan.longer import longer
from actions.plan.terms import SIZES, USUAL, Entity, Terms, at_another_pace, lower, merged

What = Literal["skip", "move", "pay_day", "amount", "rhythm", "missed"]
#: The value of `skip` when no month was named.
NEXT = "next"
#: Later than any rule lets a payment move: the rules answer with the latest day that they allow.
_TOO_LATE = timedelta(days=366)


@dataclass(frozen=True)
class PlanWish:
    """What is to change, and the body of the request for an offer of it.

    `as_late_as_can_be` when time was asked for and no day named: the answer is then no refusal.
    """

    what: What
    terms: Terms = field(default_factory=dict)
    as_late_as_can_be: bool = False


def wish_for_running(
    intent: str, entities: list[Entity], plan: dict[str, Any], today: str
) -> PlanWish | None:
    """The wish of a message; None when it names nothing that could change.

    `plan` is the running one as the case API tells it, `today` (ISO) the day where the case is.
    """
    said = [entity for entity in entities if not entity.get("negated")]
    skipped = next((entity["value"] for entity in said if entity["entity"] == "skip"), None)
    if skipped is not None:
        return PlanWish("skip", _pause(skipped, said))
    terms = merged(None, said, plan["currency"]) or {}
    more = next((entity["value"] for entity in said if entity["entity"] == "more_time"), None)
    if more is not None:
        terms = {"first_date": longer(_due(plan, today), more)}
    if intent == "report_missed_instalment":
        return _later("missed", terms, plan, today)
    if "rhythm" in terms and not any(name in terms for name in SIZES):
        now = plan.get("rhythm", USUAL)
        same = at_another_pace(plan["instalment"], now, terms["rhythm"])
        return PlanWish("rhythm", {**terms, "amount": same})
    if any(name in terms for name in SIZES):
        return PlanWish("amount", terms)
    if intent == "request_lower_amount":
        return PlanWish("amount", {**lower(plan), **terms})
    pay_day = terms.get("day_of_month") or _bare_day(said)
    if pay_day:
        return PlanWish("pay_day", {"day_of_month": pay_day})
    if "first_date" in terms:
        return PlanWish("move", {"first_date": terms["first_date"]})
    return _later("move", terms, plan, today) if intent == "request_deferral" else None


def settlement(entities: list[Entity], currency: str) -> dict[str, Any]:
    """What is offered for all of it, and by when; each only if it was said."""
    terms = merged(None, entities, currency) or {}
    amount = terms.get("down_payment", terms.get("amount"))
    by = terms.get("first_date", terms.get("end_date"))
    said = {"amount": amount, "by": by}
    return {name: value for name, value in said.items() if value is not None}


def _pause(since: str, said: list[Entity]) -> dict[str, Any]:
    number = next((e["value"] for e in said if e["entity"] in ("instalments", "duration")), 1)
    if since == NEXT:
        since = next((entity["value"] for entity in said if entity["entity"] == "date"), NEXT)
    return {"instalments": int(number), **({} if since == NEXT else {"since": since})}


def _later(what: What, terms: Terms, plan: dict[str, Any], today: str) -> PlanWish:
    """A day that is named is the new one only if it is later than the one that cannot be kept."""
    named = terms.get("first_date")
    due = _due(plan, today)
    if named and named > due:
        return PlanWish(what, {"first_date": named})
    latest = date.fromisoformat(due) + _TOO_LATE
    return PlanWish(what, {"first_date": latest.isoformat()}, as_late_as_can_be=True)


def _due(plan: dict[str, Any], today: str) -> str:
    """The day of the next payment, today where it has passed."""
    return max(plan["next"]["due"] if plan["next"] else today, today)


def _bare_day(said: list[Entity]) -> int | None:
    """'The 27th', without a month."""
    return next((entity["day"] for entity in said if entity.get("day")), None)
