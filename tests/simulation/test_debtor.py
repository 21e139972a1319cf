"""What a made-up debtor says next, judged by what is seen."""

from random import Random

from tests.simulation.debtor import Debtor
from tests.simulation.planted import MONTHLY, message, plan_card
from tests.simulation.played import Said, Turn
from tests.simulation.running import plays
from tests.simulation.seen import Seen
from tests.simulation.titles import meaning
from tests.simulation.writing import Letter
from tests.simulation.written import Kind, kinds, languages

LETTER = Letter(owed=486000, currency="SEK", digits=2, case="SE-1001-1")
ENGLISH = languages()["en"]
OFFER = [
    message("4 instalments of 1,215.00 kr.", plan_card(MONTHLY)),
    message(
        "Shall we agree on that?",
        buttons=[
            {"title": "Yes, agree on this", "payload": "b_1"},
            {"title": "That is too much", "payload": "b_2"},
        ],
    ),
]


def kind(name: str, **other: object) -> Kind:
    """A kind of debtor, with some traits changed."""
    return next(one for one in kinds() if one.name == name).model_copy(update=other)


def debtor(of: Kind) -> Debtor:
    return Debtor(of, [ENGLISH], LETTER, Random(1))


def seen(*answer: dict[str, object], said: str | None = "hello") -> Seen:
    before = None if said is None else Said(said, ("greet",))
    return Seen(Turn(before, list(answer), language="en"), ENGLISH.hears)


def test_the_same_seed_brings_the_same_debtors_with_the_same_words() -> None:
    first, again, other = plays(60, 7), plays(60, 7), plays(60, 8)
    assert [(p.kind.name, p.language, p.client) for p in first] == [
        (p.kind.name, p.language, p.client) for p in again
    ]
    assert [p.dice.random() for p in first] == [p.dice.random() for p in again]
    assert [p.dice.random() for p in first] != [p.dice.random() for p in other]


def test_every_kind_comes_in_every_language() -> None:
    pairs = {(play.kind.name, play.language) for play in plays(1000, 1)}
    assert len(pairs) == len(kinds()) * len(languages())


def test_a_debtor_opens_with_what_the_kind_is_about() -> None:
    said = debtor(kind("already_paid")).next(seen(message("Hello."), said=None))
    assert said is not None
    assert said.moves == ("paid",)


def test_who_presses_buttons_agrees_with_the_button() -> None:
    said = debtor(kind("monosyllabic", presses=1.0)).next(seen(*OFFER))
    assert said is not None
    assert (said.pressed, said.payload) == ("accept_offer", "b_1")
    assert said.agrees


def test_a_negotiator_says_twice_that_it_is_too_much_and_then_yes() -> None:
    negotiator = debtor(kind("negotiator", presses=0.0))
    moves = [negotiator.next(seen(*OFFER)) for _ in range(3)]
    assert [said.moves for said in moves if said] == [("too_much",), ("too_much",), ("yes",)]


def test_a_sum_that_is_named_as_too_much_is_below_the_one_that_was_offered() -> None:
    negotiator = debtor(kind("negotiator", presses=0.0, refuses=20))
    named = [said.sums for said in (negotiator.next(seen(*OFFER)) for _ in range(20)) if said]
    assert any(named)
    assert all(amount < MONTHLY[0]["amount"] for sums in named for amount in sums)


def test_a_person_is_refused_once_and_then_taken() -> None:
    asks = message(
        "Shall I ask a person?",
        buttons=[{"title": "Yes, please", "payload": "1"}, {"title": "No, thanks", "payload": "2"}],
    )
    hurried = debtor(kind("hurried", presses=1.0, opens=[]))
    first, second = hurried.next(seen(asks)), hurried.next(seen(asks))
    assert first is not None
    assert second is not None
    assert (first.pressed, second.pressed) == ("decline", "agree")


def test_who_has_what_was_wanted_leaves() -> None:
    agreed = message("It is agreed.", plan_card(MONTHLY, status="agreed", id="p1"))
    assert debtor(kind("hurried", opens=[])).next(seen(agreed)) is None


def test_a_debtor_who_gets_nowhere_leaves() -> None:
    hurried = debtor(kind("hurried", presses=0.0))
    lost = message("I did not quite understand.")
    said = [hurried.next(seen(lost)) for _ in range(8)]
    assert None in said


def test_a_button_that_is_a_mere_value_is_not_taken_for_one_that_says_more() -> None:
    assert meaning("Ja, flytt til 4. desember") == "accept_deferral"
    assert meaning("mandag 23. november kl. 10.00") == "call_at"
