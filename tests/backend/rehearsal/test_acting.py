"""Which rule or story stands behind an action."""

from pathlib import Path

import pytest

from backend.rehearsal.acting import Ways

SMALL = Path(__file__).parents[1] / "designing" / "project"
RULE = {"policy": "policy_0_RulePolicy"}


@pytest.fixture
def ways() -> Ways:
    return Ways.read(SMALL)


def test_a_rule_is_named_with_its_place(ways: Ways) -> None:
    acted = {"action": "action_answer", **RULE}
    assert ways.behind("ask_balance", acted, None) == "rule 'how much'  stories/rules/all.yml:4"


def test_a_story_that_was_known_by_heart_is_named(ways: Ways) -> None:
    acted = {"action": "action_answer", "policy": "policy_1_MemoizationPolicy"}
    story = "story 'a greeting and a question'  stories/flows/all.yml:2"
    assert ways.behind("greet", acted, None) == story


def test_what_follows_an_action_by_itself_says_so(ways: Ways) -> None:
    acted = {"action": "other_form", "policy": None}
    assert ways.behind("greet", acted, "action_answer") == "follows action_answer"


def test_a_form_that_waits_says_so(ways: Ways) -> None:
    acted = {"action": "other_form", **RULE}
    assert ways.behind("greet", acted, None) == "a form that waits for an answer"


def test_rules_with_a_mistake_in_the_file_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "stories/rules").mkdir(parents=True)
    (tmp_path / "stories/rules/all.yml").write_text("rules: [", "utf-8")
    acted = {"action": "action_answer", "policy": None}
    assert Ways.read(tmp_path).behind("greet", acted, None) == "nothing that fits"
