"""What is wrong with training lines."""

from tests.backend.designing.conftest import Broken

GREET, BALANCE = "nlu_data/fi/conversation.yml", "nlu_data/fi/debt.yml"


def test_an_intent_with_too_few_lines_is_found(project: Broken) -> None:
    project.changes(GREET, "    - terve vaan numero 7\n", "")
    assert project.told() == [(GREET, 3, "too_few_examples")]


def test_a_line_under_two_intents_is_found_across_files(project: Broken) -> None:
    project.adds(BALANCE, "    - Terve vaan, numero 3!\n")
    assert project.told() == [(BALANCE, 30, "example_of_two")]
    assert f"{GREET}:7" in project.found()[0].says


def test_a_line_twice_under_one_intent_is_only_to_be_looked_at(project: Broken) -> None:
    [found] = project.adds(GREET, "    - terve vaan numero 3\n").found()
    assert (found.line, found.kind, found.is_error) == (30, "example_twice", False)


def test_an_emoji_makes_another_line(project: Broken) -> None:
    assert project.adds(GREET, "    - terve vaan numero 3 🙏\n").found() == []


def test_a_line_that_is_measured_on_is_found(project: Broken) -> None:
    project.adds(BALANCE, "    - Mistä summasta tässä oikein puhutaan?\n")
    assert project.told() == [(BALANCE, 30, "example_is_measured_on")]
    assert "tests/nlu/fi/debt.yml:2" in project.found()[0].says


def test_a_short_line_that_everybody_writes_may_be_both(project: Broken) -> None:
    project.adds("tests/nlu/fi/debt.yml", "  - velkaa\n").adds(BALANCE, "    - velkaa\n")
    assert project.found() == []
