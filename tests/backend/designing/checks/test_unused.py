"""Texts that nobody says, and buttons that nothing shows or that lead nowhere."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
BUTTONS = "assistant/buttons.yml"


def test_a_text_that_nobody_says_is_to_be_looked_at(project: Broken) -> None:
    for file in (SV, FI):
        project.adds(file, "  silence:\n    - text: Hmm.\n")
    [found] = project.found()
    assert (found.kind, found.is_error) == ("text_unsaid", False)


def test_a_text_whose_name_is_put_together_is_said(project: Broken) -> None:
    for file in (SV, FI):
        project.adds(file, "  reason_other:\n    - text: Hmm.\n")
    project.adds("actions/answers.py", 'REASON = f"reason_{NAME}"\n')
    assert project.found() == []


@pytest.mark.parametrize(
    ("old", "new", "line", "kind"),
    [
        ("{intent: ask_balance,", "{intent: ask_balanse,", 2, "button_leads_nowhere"),
        ("greet: [ask_balance]", "greet: [ask_balance, dance]", 4, "button_unknown"),
        ("greet: [", "great: [", 4, "buttons_under_no_text"),
        ("greet: [ask_balance]", "greet: []", 2, "button_unshown"),
        ("under:", "  dance: {intent: greet}\nunder:", 3, "button_without_title"),
        ("  ask_balance:", "  other:", 2, "button_without_title"),
    ],
)
def test_what_is_wrong_with_buttons_is_found(
    project: Broken, old: str, new: str, line: int, kind: str
) -> None:
    if kind == "button_unshown":  # a program that names it might show it
        project.changes("actions/answers.py", '"ask_balance"', '"other"')
    assert (BUTTONS, line, kind) in project.changes(BUTTONS, old, new).told()


def test_a_title_without_a_button_is_found(project: Broken) -> None:
    for file in (SV, FI):
        project.changes(file, "buttons:", "buttons:\n  dance: Hm")
    assert (FI, 6, "title_without_button") in project.told()
