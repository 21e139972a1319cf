"""All that is looked at in a conversation."""

from collections.abc import Iterator

from tests.simulation.judging.discretion import money_after_a_crisis, told_to_strangers
from tests.simulation.judging.figures import wrong_figures
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.judging.languages import other_languages
from tests.simulation.judging.repeats import loops, repeated_sentences
from tests.simulation.judging.rules import broken_rules
from tests.simulation.played import Played

_LOOKS = (
    wrong_figures,
    broken_rules,
    told_to_strangers,
    money_after_a_crisis,
    repeated_sentences,
    loops,
    other_languages,
)

#: Who has the conversation when the assistant is to answer.
BOT = "bot"


def judge(played: Played) -> list[Finding]:
    """All faults of a conversation; of one that broke, that it broke."""
    if played.failed:
        return [Finding(Fault.FAILURE, len(played.turns) - 1, played.failed)]
    return list(_found(played))


def _found(played: Played) -> Iterator[Finding]:
    if played.out_of_reach:
        yield Finding(Fault.FAILURE, len(played.turns) - 1, "the case could not be reached")
    for place, turn in enumerate(played.turns):
        if turn.mode == BOT and not turn.texts:
            yield Finding(Fault.FAILURE, place, "no answer")
    for look in _LOOKS:
        yield from look(played)
