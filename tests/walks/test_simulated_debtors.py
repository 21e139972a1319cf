"""A dozen made-up debtors talk to the product, and nothing that must never be is found."""

from tests.simulation.judging.findings import Fault
from tests.simulation.report import judged
from tests.simulation.running import play_all, plays
from tests.simulation.transcript import transcript
from tests.stack import Stack

NEVER = {Fault.FIGURE, Fault.RULE, Fault.FAILURE}


def test_no_debtor_of_a_dozen_hears_a_wrong_figure_or_sees_a_rule_broken(stack: Stack) -> None:
    all_judged = [judged(played) for played in play_all(stack, plays(12, seed=1))]
    bad = [one for one in all_judged if NEVER & {finding.fault for finding in one.findings}]
    assert not bad, "\n\n".join(map(transcript, bad))
    assert sum(one.reached for one in all_judged) > len(all_judged) // 2
