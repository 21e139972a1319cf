"""A plan or an offer as values for a text and as a card."""

from actions.case_api import Json

#: What a plan card tells besides its payments; docs/http.md.
ON_THE_CARD = (
    "kind",
    "instalment",
    "instalments",
    "total",
    "currency",
    "costs",
    "compared",
    "forgiven",
)


#: How many weeks apart the payments of a plan are that are not once a month.
WEEKS = {"weekly": 1, "fortnightly": 2}
#: The rules of the smallest instalment and of how often is paid, by their names in the case API.
FLOOR = "instalment_at_least"
RHYTHM = "rhythm"


def offer_values(offer: Json) -> Json:
    """Placeholders of the texts about an offer. Another case system may leave out what it costs."""
    schedule = offer["schedule"]
    last = schedule[-1]
    weeks = WEEKS.get(offer.get("rhythm", ""), 0)
    whole = [part for part in schedule if part["amount"] == offer["instalment"]]

    def money(amount: int) -> Json:
        return {"amount": amount, "currency": offer["currency"]}

    return {
        "instalments": offer["instalments"],
        "whole": len(whole),
        "even": len(whole) == len(schedule),
        "single": len(schedule) == 1,
        "down": schedule[0]["amount"] > offer["instalment"],
        "instalment": money(offer["instalment"]),
        "first_amount": money(schedule[0]["amount"]),
        "last_amount": money(last["amount"]),
        "total": money(offer["total"]),
        "first_due": schedule[0]["due"],
        "last_due": last["due"],
        "monthly": weeks == 0,
        "weeks": weeks,
        "drops": bool(offer.get("forgiven")),
        "forgiven": money(offer.get("forgiven") or 0),
        **_cost_values(offer),
        **_promise_values(offer),
    }


def offer_card(offer: Json, status: str) -> Json:
    """The plan card of docs/http.md."""
    schedule = [{"due": part["due"], "amount": part["amount"]} for part in offer["schedule"]]
    return {
        "type": "plan",
        "status": status,
        **{name: offer[name] for name in ON_THE_CARD if offer.get(name) is not None},
        "schedule": schedule,
    }


def agreed_card(plan: Json) -> Json:
    """The card of a plan that is agreed: by its id the widget offers the written confirmation."""
    return {**offer_card(plan, "agreed"), "id": plan["id"], "reference": plan["reference"]}


def plan_values(plan: Json) -> Json:
    """Placeholders of the texts about a plan that runs."""
    coming = plan["next"] or {"due": plan["schedule"][-1]["due"], "amount": 0}
    return {
        "next_amount": {"amount": coming["amount"], "currency": plan["currency"]},
        "next_due": coming["due"],
        "left": plan["left"],
    }


def payment_card(payment: Json) -> Json:
    """The payment card of docs/http.md; another case system's may know no `codes`."""
    kept = ("amount", "currency", "reference", "account", "account_label", "payee", "due")
    card = {"type": "payment", **{name: payment[name] for name in kept}}
    return {**card, "codes": payment["codes"]} if payment.get("codes") else card


def payment_values(payment: Json) -> Json:
    """Placeholders of the texts about a payment."""
    return {
        "amount": {"amount": payment["amount"], "currency": payment["currency"]},
        "reference": payment["reference"],
        "account": payment["account"],
        "account_kind": payment["account_label"],
        "due": payment["due"],
    }


def rhythm_refused(outcome: Json) -> str | None:
    """Why it cannot be paid as often as was wished; None when it can."""
    told = (reason["text"] for reason in outcome["reasons"] if reason.get("rule") == RHYTHM)
    return next(told, None)


def reasons_in_words(outcome: Json) -> str:
    """Why it is not what was wished.

    A number of instalments that brings the smallest one no higher than another rule does says nothing.
    """
    reasons = outcome["reasons"]
    floors = [reason["limit"] for reason in reasons if reason.get("rule") == FLOOR]
    told = [
        reason
        for reason in reasons
        if not floors or reason.get("least") is None or reason["least"] > max(floors)
    ]
    return " ".join(reason["text"] for reason in told)


def _cost_values(offer: Json) -> Json:
    """What it adds, and beside it paying today and waiting; waiting is told where it costs more."""
    added = sum((offer.get("costs") or {}).values())
    compared = offer.get("compared") or {}
    today = compared.get("today", offer["total"] - added)
    waiting = compared.get("waiting")
    waits = waiting is not None and waiting > today
    return {
        "adds": added > 0,
        "added": {"amount": added, "currency": offer["currency"]},
        "today": {"amount": today, "currency": offer["currency"]},
        "waits": waits,
        "waiting": {"amount": waiting or 0, "currency": offer["currency"]},
        "waiting_until": compared.get("waiting_until", offer["schedule"][-1]["due"]),
    }


def _promise_values(offer: Json) -> Json:
    """What holds while the plan is kept, what ends it, and what has to be said before a yes."""
    days = offer.get("ends_after_days")
    return {
        "frozen": offer.get("interest") == "frozen",
        "ends": days is not None,
        "days": days or 0,
        **notice_values(offer),
    }


def notice_values(facts: Json) -> Json:
    """What has to be said before a yes; another case system may have nothing to say."""
    notices = [notice["text"] for notice in facts.get("notices") or [] if notice.get("text")]
    return {"noticed": bool(notices), "notice": " ".join(notices)}
