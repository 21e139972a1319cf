"""Whether a card holds what the case, its agreements and the client's rules are."""

from tests.handoffs.checks import Wrong, differs, unless_both_nothing
from tests.handoffs.played import Json, Played


def cases(played: Played, card: Json) -> Wrong | None:
    """Every case that the script's debtor has, each in its state."""
    if not played.known:
        return differs("cases", card["cases"], []) or None
    truth = {name: case["status"] for name, case in played.told["all"].items()}
    told = {one["reference"]: one["status"] for one in card["cases"]}
    here = [one["reference"] for one in card["cases"] if one["here"]]
    return differs("cases", told, truth) + differs("here", here, [played.cases[0]])


def balances(played: Played, card: Json) -> Wrong | None:
    """To the minor unit, as the case API has them today."""
    if not played.known:
        return None
    truth = {name: case["balance"]["total"] for name, case in played.told["all"].items()}
    return differs("balance", {one["reference"]: one["balance"] for one in card["cases"]}, truth)


def proposal(played: Played, card: Json) -> Wrong | None:
    """The sum that the script named."""
    proposed = played.proposed
    if proposed is None:
        return ["a made-up proposal"] if any(one["terms"] for one in card["proposals"]) else None
    told = [one["terms"].get("amount") for one in card["proposals"]]
    return [] if proposed.amount in told else [f"{proposed.amount} is not among {told}"]


def shown(played: Played, card: Json) -> Wrong | None:
    """The last offer on a card that the debtor saw."""
    offers = [seen for seen in played.seen if seen["type"] == "plan"]
    offered = [seen for seen in offers if seen["status"] == "offered"]
    if not offered:
        return None
    last = offered[-1]
    told = card["proposals"][-1]["shown"] if card["proposals"] else None
    if told is None:
        return ["no offer"]
    names = ("instalments", "instalment", "total", "currency")
    return differs("shown", {name: told[name] for name in names}, {n: last[n] for n in names})


def refused(played: Played, card: Json) -> Wrong | None:
    """The rules that the case API names for the same terms, each with a sentence."""
    answer = played.told.get("answer")
    if answer is None or "answer" not in played.told or played.agreed_since:
        return None
    truth = [reason["rule"] for reason in answer["reasons"]]
    told = card["proposals"][-1]["refused_by"] if card["proposals"] else []
    silent = [one["rule"] for one in told if not one["text"].strip()]
    return differs("rules", [one["rule"] for one in told], truth) + differs("no words", silent, [])


def agreed(played: Played, card: Json) -> Wrong | None:
    """The plan that runs, by its id, and the day to which it was put off."""
    if not played.known:
        return None
    case, told = played.told["case"], card["agreed"]
    plan = case["plan"] or case["ended_plan"]
    truth = plan and (plan["id"], plan["status"], plan["left"], plan["instalment"])
    has = told["plan"]
    has = has and (has["id"], has["status"], has["left"], has["instalment"])
    until = told["deferred_until"]
    wrong = differs("plan", has, truth) + differs("put off", until, case["deferred_until"])
    return unless_both_nothing(wrong, truth or case["deferred_until"], has or until)


def rests(played: Played, card: Json) -> Wrong | None:
    """The holds of the case."""
    if not played.known:
        return None
    truth = [(hold["reason"], hold["until"]) for hold in played.told["case"]["holds"]]
    told = [(one["reason"], one["until"]) for one in card["agreed"]["rests"]]
    return unless_both_nothing(differs("rests", told, truth), truth, told)


def next_steps(played: Played, card: Json) -> Wrong | None:
    """What the case API's own answers allow, with the same numbers; or the rule that bars it."""
    steps = {one["step"]: one for one in card["steps"]["allowed"] if not one["by_hand"]}
    if not played.known:
        return differs("steps", list(steps), ["identify"])
    if "crisis" in played.situation.care:
        return differs("steps", list(steps), ["care_first"])
    options, case = played.told["options"], played.told["case"]
    wrong = []
    if case["plan"] is not None:
        can = case["plan"]["can"]
        for name in ("change", "pause", "undo"):
            wrong += differs(name, name in steps, can[name])
        return wrong
    plan = steps.get("plan") or {}
    told = (plan.get("amount"), plan.get("instalments"), plan.get("until"))
    names = ("smallest_instalment", "most_instalments", "first_payment_latest")
    wrong += differs("plan", told, tuple(options[name] for name in names))
    later = (steps.get("deferral") or {}).get("until")
    wrong += differs("deferral", later, played.told["deferral"]["latest"])
    settles = options["settlement"] and options["settlement"]["at_least"]
    wrong += differs("settlement", (steps.get("settlement") or {}).get("amount"), settles)
    barred = [one["rule"] for one in card["steps"]["barred_by"]]
    return wrong + differs("barred", barred, [options["referral"]] if options["referral"] else [])
