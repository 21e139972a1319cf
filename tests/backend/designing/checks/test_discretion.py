"""Nothing hints at a debt before somebody is identified, in two languages."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (SV, "Hej. Det gäller din skuld.", "hint_in_text"),
        (FI, "Hei. Asia koskee velkaasi.", "hint_in_text"),
        (FI, "Hei. Summa on {total:money}.", "hint_in_value"),
    ],
)
def test_a_hint_in_what_strangers_hear_is_found(
    project: Broken, file: str, text: str, kind: str
) -> None:
    assert (file, 9, kind) in project.changes(file, SAID[file], text).told()


def test_who_is_identified_may_hear_it(project: Broken) -> None:
    both = (
        "when: {identified: true}\n      text: Det gäller din skuld.\n"
        "    - when: {identified: false}\n      text: Hej"
    )
    project.changes(SV, f"text: {SAID[SV]}", both)
    assert not {kind for kind in project.kinds() if kind.startswith("hint")}


def test_a_button_that_strangers_see_is_found(project: Broken) -> None:
    project.changes(SV, "Vad ska jag betala?", "Min skuld")
    assert project.found() == []
    project.changes("assistant/buttons.yml", ", about_a_case: true", "")
    assert project.told() == [(SV, 6, "hint_in_button")]


def test_an_answer_about_the_law_may_name_a_debt_and_never_a_sum(project: Broken) -> None:
    project.changes(SV, "  greet:", "  debt_advice:\n    - text: Om skuld {total:money}.\n  greet:")
    kinds = [kind for _, _, kind in project.told() if kind.startswith("hint")]
    assert kinds == ["hint_in_value"]
