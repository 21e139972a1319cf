"""All that is looked at in a conversation, and whether it has come where it was to."""

from collections.abc import Iterator

from tests.simulation.judging.discretion import money_after_a_crisis, told_to_strangers
from tests.simulation.judging.figures import wrong_figures
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.judging.repeats import loops, repeated_sentences
from tests.simulation.judging.rules import broken_rules
from tests.simulation.played import Played
from tests.simulation.written import Kind

_LOOKS = (
    wrong_figures,
    broken_rules,
    told_to_strangers,
    money_after_a_crisis,
    repeated_sentences,
    loops,
)


def judge(played: Played) -> list[Finding]:
    """All faults of a conversation; of one that broke, that it broke."""
    if played.failed:
        return [Finding(Fault.FAILURE, len(played.turns) - 1, played.failed)]
    return list(_found(played))


def has_reached(played: Played, kind: Kind) -> bool:
    """Whether the goal is reached, by what stands in the case and not by what was said of it."""
    if played.failed:
        return False
    after, before = played.after, played.before
    match kind.returns and "change" or kind.goal:
        case "plan":
            return _runs(played, "plan")
        case "change":
            return len(after["plans"]) > len(before["plans"]) and _runs(played, "change", "pause")
        case "deferral":
            return len(after["deferrals"]) > len(before["deferrals"])
        case "dispute":
            return len(after["disputes"]) > len(before["disputes"])
        case "hold":
            return len(after["holds"]) > len(before["holds"])
        case "settlement":
            return _runs(played, "settlement") or bool(after["handoffs"])
        case "person":
            return bool(after["handoffs"])
        case "payment":
            return any(card["type"] == "payment" for card in played.cards)
        case "answers":
            return any(card["type"] == "balance" for card in played.cards)
        case _:
            return not list(told_to_strangers(played))


def _runs(played: Played, *kinds: str) -> bool:
    return any(
        plan["status"] == "agreed" and plan["kind"] in kinds for plan in played.after["plans"]
    )


def _found(played: Played) -> Iterator[Finding]:
    for look in _LOOKS:
        yield from look(played)
