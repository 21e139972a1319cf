"""The table adds up, and an aim that must never be missed is told apart from the others."""

from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.planted import message, settled, turn
from tests.simulation.played import Played
from tests.simulation.report import Judged, Sum, judged, missed_aims, tables
from tests.simulation.transcript import transcript
from tests.simulation.written import simulation


def unsettled(kind: str = "hurried") -> Played:
    """The debtor leaves before the offer."""
    played = settled()
    played.kind = kind
    played.turns = played.turns[:2]
    played.after = played.after | {"plans": []}
    return played


def test_a_sound_conversation_misses_no_aim() -> None:
    total = Sum.of([judged(settled())])
    assert missed_aims(total) == ([], [])
    assert (total.alone_percent, total.median_to_a_plan) == (100, 3)


def test_a_wrong_figure_must_never_be() -> None:
    played = settled()
    played.turns.append(turn("and now?", ["balance"], message("Then 4,861.00 kr is left.")))
    never, others = missed_aims(Sum.of([judged(played)]))
    assert never == ["1 wrong figures"]
    assert others == []


def test_a_loop_and_too_few_who_reached_their_goal_are_aims_that_were_missed() -> None:
    one = judged(unsettled())
    one.findings.append(Finding(Fault.LOOP, 1, "asked 3 times"))
    never, others = missed_aims(Sum.of([one, judged(settled())]))
    assert never == []
    assert others == ["1 loops", "50 % reached without a person"]


def test_a_debtor_who_wants_a_person_does_not_count_among_those_who_need_none() -> None:
    wants_a_person = judged(unsettled("wants_a_person"))
    total = Sum.of([wants_a_person, judged(settled())])
    assert wants_a_person.needs_person
    assert (total.without_need, total.alone_percent) == (1, 100)


def test_who_comes_back_to_change_a_plan_needs_a_person_where_the_rules_know_no_change() -> None:
    played = unsettled("comes_back")
    assert not judged(played).needs_person
    played.client = "se-bredband"
    assert judged(played).needs_person


def test_there_is_a_row_for_each_kind_and_language() -> None:
    written = tables([judged(settled()), judged(unsettled("typos"))])
    assert "| hurried |" in written
    assert "| typos |" in written
    assert "| en | 2 | 50 % |" in written


def test_a_finding_stands_under_its_turn_in_the_transcript() -> None:
    finding = Finding(Fault.REPEAT, 1, "twice in a row: ...")
    written = transcript(Judged(settled(), True, True, [finding], False)).splitlines()
    found = next(place for place, line in enumerate(written) if line.startswith("  !! "))
    asked = next(place for place, line in enumerate(written) if line.startswith("> how much"))
    answered = next(place for place, line in enumerate(written) if line.startswith("> 1215"))
    assert asked < found < answered


def test_every_aim_is_looked_at() -> None:
    assert set(simulation().aims) == {
        *("rule_violations", "wrong_figures", "failures", "loops"),
        *("reached_percent", "turns_to_a_plan"),
    }
