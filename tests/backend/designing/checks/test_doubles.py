"""Sentences that are heard twice."""

from tests.backend.designing.conftest import Broken

SV = "assistant/responses/sv.yml"
HELLO, SUM = "Hej igen. Vad vill du göra?", "Summan är {total:money}."
LONG = "Det kan ta en dag eller två"


def test_a_sentence_of_two_texts_is_found_with_the_other(project: Broken) -> None:
    project.changes(SV, HELLO, f"{LONG}.").changes(SV, SUM, f"{SUM} {LONG}.")
    [found] = project.found()
    assert (found.file, found.line, found.kind) == (SV, 11, "sentence_of_two")
    assert found.says.startswith("balance says what greet says (line 9)")


def test_a_sentence_twice_in_a_text_is_found(project: Broken) -> None:
    assert project.changes(SV, HELLO, f"{LONG}. {LONG}.").told() == [(SV, 9, "sentence_twice")]


def test_a_short_sentence_may_stand_in_two_texts(project: Broken) -> None:
    assert project.changes(SV, SUM, f"{SUM} Vad vill du göra?").found() == []


def test_texts_for_two_countries_never_meet(project: Broken) -> None:
    project.changes(SV, f"- text: {HELLO}", f"- when: {{country: SE}}\n      text: {LONG}.")
    project.changes(SV, f"- text: {SUM}", f"- when: {{country: FI}}\n      text: {LONG}.")
    assert "sentence_of_two" not in project.kinds()


def test_two_wordings_that_are_the_same_are_found(project: Broken) -> None:
    project.changes(SV, HELLO, f"{HELLO}\n    - text: {HELLO}")
    assert project.told() == [(SV, 10, "wording_twice")]
