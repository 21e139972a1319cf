"""Whether a conversation has come where its debtor wanted to, by what stands in the case."""

from tests.simulation.judging.discretion import told_to_strangers
from tests.simulation.judging.rules_file import rules_for
from tests.simulation.played import Played
from tests.simulation.written import Kind, simulation


def only_a_person_can(played: Played, kind: Kind) -> bool:
    """Whether the debtor wants a person, or the client's rules leave the wish to one."""
    goal = simulation().goals[kind.aim]
    if kind.needs_person or goal.needs_person or goal.rule is None or not played.before:
        return kind.needs_person or goal.needs_person
    rules = rules_for(played.client, played.before, played.digits)
    return rules is None or goal.rule not in rules


def has_reached(played: Played, kind: Kind, needs_person: bool) -> bool:
    """Whether the goal is reached; where only a person can, whether one was got."""
    if played.failed:
        return False
    if kind.aim == "told":
        return not list(told_to_strangers(played))
    if kind.aim in _SHOWN:
        return any(card["type"] == _SHOWN[kind.aim] for card in played.cards)
    return _stands(played, kind.aim) or (needs_person and bool(played.after["handoffs"]))


#: Goals that leave nothing in the case: the card that answers them.
_SHOWN = {"payment": "payment", "answers": "balance"}
#: Goals that leave a new entry of their own.
_WRITTEN = {"deferral": "deferrals", "dispute": "disputes", "hold": "holds"}
#: Goals that leave an agreement of these kinds.
_AGREED = {"plan": {"plan"}, "change": {"change", "pause"}, "settlement": {"settlement"}}


def _stands(played: Played, goal: str) -> bool:
    if goal in _WRITTEN:
        name = _WRITTEN[goal]
        return len(played.after[name]) > len(played.before[name])
    kinds = _AGREED.get(goal, set())
    return any(
        plan["status"] == "agreed" and plan["kind"] in kinds for plan in played.after["plans"]
    )
