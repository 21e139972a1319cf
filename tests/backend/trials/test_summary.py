"""What would change, counted."""

from hypothesis import given
from hypothesis import strategies as st

from backend.trials.summary import Summary
from backend.trials.trial import Trial
from tests.backend.trials.stored import StoredWish, rules, wish, wishes

TRIAL = Trial(rules(), rules(instalment={"at_least": 500}))
MADE = [wish(amount=45000), wish(amount=50000), wish(instalments=40), wish(amount=30000)]


def summary_of(made: list[StoredWish | None]) -> Summary:
    summary = Summary()
    for one in made:
        summary.add(None if one is None else TRIAL.one(one))
    return summary


def test_it_counts_how_answers_move_and_which_rules_speak():
    found = summary_of([*MADE, None])
    assert (found.tried, found.left_out, found.changed) == (4, 1, 3)
    assert found.outcomes["offer", "counter"] == 1
    assert found.rules_before["instalment_at_least"] < found.rules_after["instalment_at_least"]


def test_it_tells_by_how_much_the_smallest_instalment_moves():
    found = summary_of([wish(amount=45000)])
    assert (found.smallest.higher, found.smallest.more) == (1, 5000)
    assert (found.smallest.lower, found.smallest.same) == (0, 0)


def test_examples_are_few_and_of_each_kind_of_change():
    found = summary_of([wish(amount=45000)] * 50)
    assert [len(examples) for examples in found.examples.values()] == [3]
    assert not summary_of([wish(amount=60000)]).examples


@given(st.lists(st.one_of(st.none(), wishes()), max_size=8), st.integers(0, 8))
def test_parts_joined_are_the_whole(made: list[StoredWish | None], cut: int):
    joined = summary_of(made[:cut])
    joined.join(summary_of(made[cut:]))
    assert joined == summary_of(made)
