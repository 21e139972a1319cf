"""What a person wishes of a plan that runs, as the case API takes it.

Pure: the intent and the values of a message in, a wish out (money in minor units). Three ways to say
the same are one wish: "move it", "I need more time" and "I can pay on Friday instead".
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from actions.plan.terms import SIZES, Entity, Terms, lower, merged

What = Literal["skip", "move", "pay_day", "amount", "missed"]
#: The value of `skip` when no month was named.
NEXT = "next"


@dataclass(frozen=True)
class PlanWish:
    """What is to change, and the body of the request for an offer of it."""

    what: What
    terms: Terms = field(default_factory=dict)


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
    if intent == "report_missed_instalment":
        return PlanWish("missed", _later(terms, plan, today))
    if any(name in terms for name in SIZES):
        return PlanWish("amount", terms)
    if intent == "request_lower_amount":
        return PlanWish("amount", {**lower(plan), **terms})
    pay_day = terms.get("day_of_month") or _bare_day(said)
    if pay_day:
        return PlanWish("pay_day", {"day_of_month": pay_day})
    if "first_date" in terms or intent == "request_deferral":
        return PlanWish("move", {name: terms[name] for name in ("first_date",) if name in terms})
    return None


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


def _later(terms: Terms, plan: dict[str, Any], today: str) -> Terms:
    """A day that is named with a missed instalment is the new one only if it is later."""
    named = terms.get("first_date")
    due = plan["next"]["due"] if plan["next"] else today
    return {"first_date": named} if named and named > max(due, today) else {}


def _bare_day(said: list[Entity]) -> int | None:
    """'The 27th', without a month."""
    return next((entity["day"] for entity in said if entity.get("day")), None)
