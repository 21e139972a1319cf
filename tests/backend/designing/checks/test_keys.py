"""Keys that nothing knows."""

import pytest

from tests.backend.designing.conftest import Broken

RULES = "stories/rules/all.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "near"),
    [
        (RULES, "{intent: greet}", "{intnt: greet}", 3, "intent"),
        (RULES, "  steps:", "  stepps:", 3, "steps"),
        (RULES, "rules:", "ruls:", 1, "rules"),
        ("stories/flows/all.yml", "- intent: greet", "- intemt: greet", 4, "intent"),
        ("assistant/buttons.yml", "about_a_case", "about_case", 2, "about_a_case"),
        ("assistant/responses/fi.yml", "- text: Summa", "- txt: Summa", 11, "text"),
        ("nlu_data/fi/debt.yml", "examples:", "exampels:", 4, "examples"),
        ("nlu_data/contract.yml", "example:", "exampel:", 2, "example"),
    ],
)
def test_a_slip_is_the_first_that_is_told_with_its_line_and_the_nearest_key(
    project: Broken, file: str, old: str, new: str, line: int, near: str
) -> None:
    first = project.changes(file, old, new).found()[0]
    assert (first.file, first.line, first.kind) == (file, line, "key_nearly_known")
    assert first.cure == f"the nearest known key is '{near}'"


def test_a_key_that_is_like_none_comes_with_all_that_are_known(project: Broken) -> None:
    project.changes(RULES, "{intent: greet}", "{zzz: greet}")
    first = project.found()[0]
    assert (first.line, first.kind) == (3, "key_unknown")
    assert "intent, entities" in first.cure
