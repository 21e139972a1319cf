"""A plan or an offer as values for a text and as a card."""

from actions.case_api import Json


def offer_values(offer: Json) -> Json:
    """Placeholders of the texts about an offer."""
    currency = offer["currency"]
    schedule = offer["schedule"]
    last = schedule[-1]
    whole = [part for part in schedule if part["amount"] == offer["instalment"]]
    return {
        "instalments": offer["instalments"],
        "whole": len(whole),
        "even": len(whole) == len(schedule),
        "single": len(schedule) == 1,
        "instalment": {"amount": offer["instalment"], "currency": currency},
        "last_amount": {"amount": last["amount"], "currency": currency},
        "total": {"amount": offer["total"], "currency": currency},
        "first_due": schedule[0]["due"],
        "last_due": last["due"],
    }


def offer_card(offer: Json, status: str) -> Json:
    """The plan card of docs/http.md."""
    kept = ("instalment", "instalments", "total", "currency", "costs")
    schedule = [{"due": part["due"], "amount": part["amount"]} for part in offer["schedule"]]
    return {
        "type": "plan",
        "status": status,
        **{name: offer[name] for name in kept if name in offer},
        "schedule": schedule,
    }


def agreed_card(plan: Json) -> Json:
    """The card of a plan that is agreed: by its id the widget offers the written confirmation."""
    return {**offer_card(plan, "agreed"), "id": plan["id"], "reference": plan["reference"]}


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
