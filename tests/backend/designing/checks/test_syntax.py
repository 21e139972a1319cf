"""Files that are no YAML, or not what they seem."""

import pytest

from tests.backend.designing.conftest import Broken

FI = "assistant/responses/fi.yml"
RULES = "stories/rules/all.yml"


@pytest.mark.parametrize(
    ("old", "new", "line", "kind"),
    [
        ("    - text: Summa on", "\t- text: Summa on", 11, "syntax_tab"),
        ("Summa on {total:money}.", "Summa: {total:money}.", 11, "syntax_colon"),
        ("Summa on {total:money}.", "{total:money} on summa.", 11, "syntax_quote"),
        ("Summa on {total:money}.", '"Summa on {total:money}.', 11, "syntax_open_quote"),
        ("Summa on {total:money}.", "[Summa on", 11, "syntax_open_bracket"),
        ("  balance:", "  balance", 11, "syntax_indentation"),
        ("language: fi\n", "language: fi\n  oops\nmore\n", 4, "syntax_indentation"),
    ],
)
def test_a_mistake_in_a_file_has_its_line_and_its_cure(
    project: Broken, old: str, new: str, line: int, kind: str
) -> None:
    assert (FI, line, kind) in project.changes(FI, old, new).told()


def test_letters_in_another_encoding_are_found(project: Broken) -> None:
    file = project.folder / FI
    file.write_bytes(file.read_text("utf-8").encode("latin-1"))
    assert (FI, 4, "syntax_letters") in project.told()


def test_a_broken_file_brings_no_other_findings_about_what_is_in_it(project: Broken) -> None:
    project.changes(FI, "Summa on {total:money}.", '"Summa on')
    assert project.kinds() == {"syntax_open_quote"}


def test_rules_with_a_mistake_are_told_of(project: Broken) -> None:
    project.changes(RULES, "steps: [{intent: greet}", "steps: [{intent: greet")
    assert any(file == RULES and kind.startswith("syntax_") for file, _, kind in project.told())


def test_a_text_that_stands_twice_is_found(project: Broken) -> None:
    project.adds(FI, "  greet:\n    - text: Moi.\n")
    assert (FI, 12, "key_twice") in project.told()


@pytest.mark.parametrize("text", ["no", "12", "", '""'])
def test_what_yaml_takes_for_no_text_is_found(project: Broken, text: str) -> None:
    project.changes(FI, "Hei taas. Mitä haluat tehdä?", text)
    assert (FI, 9, "not_a_text") in project.told()


def test_a_file_that_is_gone_is_told_of(project: Broken) -> None:
    (project.folder / "assistant/buttons.yml").unlink()
    assert ("assistant/buttons.yml", 1, "file_missing") in project.told()
