"""What is wrong with rules and stories."""

import pytest

from tests.backend.designing.conftest import Broken

RULES, FLOWS, DOMAIN = (
    "stories/rules/all.yml",
    "stories/flows/all.yml",
    "assistant/domain/domain.yml",
)


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ("{intent: great}, {action: action_answer}", "intent_of_step_unknown"),
        ("{intent: nlu_fallback}, {action: action_anser}", "action_of_step_unknown"),
        ("{intent: nlu_fallback}, {action: action_answer}, {active_loop: x_form}",)
        + ("active_loop_of_step_unknown",),
        ("{intent: nlu_fallback}, {slot_was_set: [{colour: red}]}, {action: action_answer}",)
        + ("slot_of_step_unknown",),
        ("{intent: nlu_fallback}", "way_without_action"),
    ],
)
def test_a_step_that_names_nothing_is_found(project: Broken, steps: str, kind: str) -> None:
    project.adds(RULES, f"- rule: a new one\n  steps: [{steps}]\n")
    found = [one for one in project.found() if one.kind == kind]
    assert [(one.file, one.line in (8, 9)) for one in found] == [(RULES, True)]


def test_two_rules_that_begin_alike_and_end_differently_are_found(project: Broken) -> None:
    project.adds(RULES, "- rule: other\n  steps: [{intent: greet}, {action: plan_form}]\n")
    assert (RULES, 8, "rules_with_two_ends") in project.told()
    assert any(f"'hello' ({RULES}:2)" in found.says for found in project.found())


def test_the_same_rule_twice_is_to_be_looked_at(project: Broken) -> None:
    project.adds(RULES, "- rule: other\n  steps: [{intent: greet}, {action: action_answer}]\n")
    assert project.told() == [(RULES, 8, "rule_twice")]


def test_a_condition_tells_two_rules_apart(project: Broken) -> None:
    project.adds(
        RULES,
        "- rule: other\n  condition: [{active_loop: plan_form}]\n"
        "  steps: [{intent: greet}, {action: plan_form}]\n",
    )
    assert project.found() == []


def test_a_name_that_two_have_is_found(project: Broken) -> None:
    project.changes(FLOWS, "a greeting and a question", "hello")
    assert (FLOWS, 2, "name_twice") in project.told()


def test_a_storys_step_that_a_rule_forestalls_is_never_reached(project: Broken) -> None:
    project.changes(FLOWS, "  - action: action_answer", "  - action: plan_form")
    assert project.told() == [(FLOWS, 5, "step_never_reached")]


def test_an_intent_that_nothing_answers_is_found(project: Broken) -> None:
    project.changes("nlu_data/contract.yml", "debt:", "  thank: {example: thanks}\ndebt:")
    assert ("nlu_data/contract.yml", 3, "intent_without_rule") in project.told()


def test_an_action_that_no_program_has_is_found(project: Broken) -> None:
    project.changes(DOMAIN, "[action_answer]", "[action_answer, action_dance]")
    assert (DOMAIN, 7, "action_without_program") in project.told()


def test_a_form_that_nothing_begins_is_to_be_looked_at(project: Broken) -> None:
    project.changes(DOMAIN, "forms:", "forms:\n  other_form: {required_slots: []}")
    assert project.told() == [(DOMAIN, 6, "action_never_done")]
