"""Placeholders that cannot be filled."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("{totl:money}", "value_unknown"),
        ("{total:gold}", "way_unknown"),
        ("{total:money", "brace_open"),
        ("{}", "placeholder_without_name"),
    ],
)
def test_a_placeholder_that_nothing_fills_is_found(
    project: Broken, written: str, kind: str
) -> None:
    project.changes(FI, "{total:money}", written)
    assert (FI, 11, kind) in project.told()


def test_a_value_that_one_language_alone_speaks_of_is_found(project: Broken) -> None:
    content = (project.folder / SV).read_text("utf-8")
    (project.folder / "assistant/responses/nb.yml").write_text(content, "utf-8")
    project.changes(FI, "{total:money}.", "{total:money}, {first_name}.")
    assert project.told() == [(FI, 11, "value_only_here")]


def test_a_noun_of_the_file_is_a_way_of_writing(project: Broken) -> None:
    for file in (SV, FI):
        project.changes(file, "{total:money}", "{total:instalment}")
    assert project.found() == []


def test_a_case_that_one_language_has_no_wording_for_is_found(project: Broken) -> None:
    project.changes(FI, "- text: Summa on", "- when: {first_name: Aino}\n      text: Summa on")
    [found] = project.found()
    assert (found.file, found.line, found.kind) == (FI, 12, "case_without_wording")
    assert "all other cases" in found.says


def test_a_wording_for_yes_and_one_for_no_leave_nobody_out(project: Broken) -> None:
    both = (
        "- when: {total: true}\n      text: Summa on {total:money}.\n"
        "    - when: {total: false}\n      text: Ei"
    )
    project.changes(FI, "- text: Summa on {total:money}", both)
    assert project.found() == []
