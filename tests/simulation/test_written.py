"""The kinds and the phrases fit together."""

import pytest

from tests.simulation.titles import meaning
from tests.simulation.written import Kind, kinds, languages, simulation


def test_there_are_twenty_kinds_of_debtor_in_six_languages() -> None:
    assert len(kinds()) >= 20
    assert len(languages()) == 6


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_move_of_a_kind_can_be_said_in_every_language(kind: Kind) -> None:
    goal = simulation().goals[kind.goal]
    moves = {*kind.opens, *kind.then, *kind.corrects, *kind.interrupts, *kind.returns, *goal.moves}
    for language in languages().values():
        assert moves <= set(language.says), language.language


def test_every_language_has_the_same_moves_and_more_than_one_way_to_make_each() -> None:
    moves = {frozenset(language.says) for language in languages().values()}
    assert len(moves) == 1
    for language in languages().values():
        assert all(len(ways) > 1 for ways in language.says.values()), language.language


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("12 gånger 405,00\N{NO-BREAK SPACE}kr", "so_many_instalments"),
        ("12 kertaa 40,50\N{NO-BREAK SPACE}€", "so_many_instalments"),
        ("Ja, flytt til 4. desember", "accept_deferral"),
        ("Kyllä, 21. joulukuuta sopii", "accept_deferral"),
        ("Yes, agree on this", "accept_offer"),
        ("Something that no button says", None),
    ],
)
def test_a_title_means_what_it_says(title: str, name: str | None) -> None:
    assert meaning(title) == name
