"""One plan over all of the debtor's cases: asked for, told as a whole, and told how it is paid."""

from actions.case_api import Json
from actions.plan.shown import ON_THE_CARD, offer_values, payment_card, payment_values
from actions.plan.terms import TOGETHER, Terms
from actions.turn import Choice, Turn

#: The rule of a debtor with one case, by its name in the case API.
NO_OTHER_CASE = "no_other_case"
#: What stays of a plan over all of the cases to which the answer was no.
TALKED_OF_ALL: Json = {"outcome": "again", "offers": [], "reasons": []}


async def offers_for(turn: Turn, wished: Terms) -> tuple[Terms, Json]:
    """What the rules answer to the terms, and the terms that hold from then on.

    Where one plan over the cases cannot be had, the answer is that for this case alone, and `apart`
    in it says why. Raises Refused.
    """
    terms = {name: value for name, value in wished.items() if name != TOGETHER}
    if not wished.get(TOGETHER):
        return terms, await turn.api.plan_offers(turn.case_reference, terms, turn.language)
    joint = await turn.api.joint_offers(turn.case_reference, terms, turn.language)
    if joint["outcome"] != "referral":
        return wished, joint
    alone = await turn.api.plan_offers(turn.case_reference, terms, turn.language)
    return terms, {**alone, "apart": joint}


def say_what_is_left_out(turn: Turn, outcome: Json) -> None:
    """Which cases are no part of the plan and why, or why there is none over several."""
    apart = outcome.get("apart")
    here = turn.case_reference
    left_out = (apart or outcome).get("left_out") or []
    others = [one for one in left_out if one["case"] != here]
    for one in others:
        alone = apart is not None and one is others[-1]
        told = {"other": one["case"], "reason": one["text"], "here": here}
        turn.say("plan_left_out", choices=[], alone=alone, **told)
    if apart is None or others:
        return
    if any(reason["rule"] == NO_OTHER_CASE for reason in apart["reasons"]):
        turn.say("payment_order_single", choices=[])
    else:
        reason = " ".join(reason["text"] for reason in apart["reasons"])
        turn.say("plan_not_joint", choices=[], reason=reason, here=here)


def joint_values(offer: Json) -> Json:
    """Placeholders of the texts about a plan over several cases."""
    shares = offer["joint"]["shares"]
    return {
        **offer_values(offer),
        "number": len(shares),
        "pair": len(shares) == 2,
        "first": shares[0]["case"],
        "second": shares[1]["case"],
        "second_due": shares[1]["first_due"],
    }


def joint_card(offer: Json, status: str) -> Json:
    """The plan card of docs/http.md, with the parts of each payment."""
    card = {name: offer[name] for name in ON_THE_CARD if offer.get(name) is not None}
    return {"type": "plan", "status": status, **card, "schedule": offer["joint"]["schedule"]}


async def say_agreed(turn: Turn, plan: Json, choices: list[Choice]) -> None:
    """That it is agreed, the first payment to each case that has one then, and how it goes on."""
    joint = plan["joint"]
    whole = {**plan, **joint}
    card = {**joint_card(whole, "agreed"), "id": plan["id"]}
    turn.say("plan_joint_agreed", card=card, choices=choices, **joint_values(whole))
    first = joint["schedule"][0]
    for part in first["parts"]:
        payment = await turn.api.payment(part["case"], part["amount"])
        told = {**payment_values(payment), "case": part["case"]}
        turn.say("plan_joint_payment", card=payment_card(payment), choices=choices, **told)
    for share in joint["shares"]:
        if share["first_due"] > first["due"]:
            turn.say("plan_joint_next", choices=choices, **_begins(share, joint["schedule"]))


def _begins(share: Json, schedule: list[Json]) -> Json:
    """When a case begins to be paid, and the day on which another has a part of the payment too."""
    both = next(
        (
            payment["due"]
            for payment in schedule
            if len(payment["parts"]) > 1
            and any(part["case"] == share["case"] for part in payment["parts"])
        ),
        None,
    )
    return {
        "case": share["case"],
        "due": share["first_due"],
        "reference": share["reference"],
        "splits": both is not None,
        "split_due": both or share["first_due"],
    }
