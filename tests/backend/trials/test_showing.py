"""What would change, as it is read in the terminal and in a table."""

from backend.trials.lines import COLUMNS, columns
from backend.trials.showing import page
from backend.trials.summary import Summary
from backend.trials.trial import Trial
from tests.backend.trials.stored import rules, wish

TRIAL = Trial(rules(), rules(instalment={"at_least": 500}))


def shown(*made: object) -> str:
    summary = Summary()
    for one in made:
        summary.add(TRIAL.one(one) if one else None)
    return "\n".join(page(summary, 2, "SEK"))


def test_the_page_says_what_moves_where_and_why():
    said = shown(wish(amount=45000), wish(amount=60000), wish(amount=60000), None)
    assert "the same answer              2   67 %" in said
    assert "another answer               1   33 %" in said
    assert "not tried                    1  stored without what it takes" in said
    assert "instalment_at_least                    0         1            +1" in said
    assert "smallest instalment:  higher for 1 (by 50.00 SEK), the same for 2" in said
    assert (
        "  SE-1001, 2026-11-20, plan: amount 450.00\n"
        "      before: offer 11 x 450.00\n"
        "      now:    counter 10 x 500.00 (instalment_at_least)"
    ) in said


def test_where_nothing_changes_nothing_else_is_said():
    assert shown(wish(amount=60000)).splitlines() == [
        "  the same answer              1  100 %",
        "  another answer               0    0 %",
    ]
    assert shown() == "\n".join(
        ["  the same answer              0", "  another answer               0"]
    )


def test_a_line_of_the_table_has_both_answers():
    tried = TRIAL.one(wish(amount=45000, day_of_month=25))
    line = dict(zip(COLUMNS, columns(tried, 2), strict=True))
    assert line == {
        "case": "SE-1001",
        "day": "2026-11-20",
        "kind": "plan",
        "wish": "amount 450.00, day_of_month 25",
        "before": "offer",
        "instalments_before": "11",
        "instalment_before": "450.00",
        "total_before": "4860.00",
        "rules_before": "",
        "after": "counter",
        "instalments_after": "10",
        "instalment_after": "500.00",
        "total_after": "4860.00",
        "rules_after": "instalment_at_least",
    }
