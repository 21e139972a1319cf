"""How somebody seems by what was said."""

from backend.handoff.card.heard import heard_in
from backend.handoff.card.mood import mood_of
from tests.backend.handoff.card.said import said


def test_nothing_is_said_where_nothing_tells() -> None:
    assert mood_of(heard_in([said(1, "ask_balance"), said(2, "thank")])) is None


def test_anger_is_counted() -> None:
    mood = mood_of(heard_in([said(1, "abuse"), said(2, "ask_balance"), said(3, "abuse")]))
    assert mood is not None
    assert (mood.sign, mood.times) == ("angry", 2)


def test_who_tells_of_a_hardship_beside_a_wish_is_worried() -> None:
    mood = mood_of(heard_in([said(1, "propose_terms", amount=50, subject="hardship")]))
    assert mood is not None
    assert mood.sign == "worried"


def test_despair_goes_before_anger() -> None:
    mood = mood_of(heard_in([said(1, "express_crisis"), said(2, "abuse")]))
    assert mood is not None
    assert mood.sign == "despair"


def test_one_miss_is_none_and_two_are() -> None:
    once = [said(1, "nlu_fallback", missed=True)]
    assert mood_of(heard_in(once)) is None
    mood = mood_of(heard_in([*once, said(2, "nlu_fallback", missed=True)]))
    assert mood is not None
    assert (mood.sign, mood.times) == ("not_reached", 2)
