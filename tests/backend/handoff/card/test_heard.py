"""What the card says that the debtor asked for."""

from backend.conversations.models import Message
from backend.handoff.card.heard import asked_in, heard_in, not_understood
from tests.backend.handoff.card.said import BEGAN, said


def test_questions_stand_in_their_order_with_the_values_that_were_named() -> None:
    heard = heard_in([said(1, "ask_balance"), said(2, "propose_terms", amount=200)])
    assert [(one.intent, one.values) for one in asked_in(heard)] == [
        ("ask_balance", []),
        ("propose_terms", [{"entity": "amount", "value": 200}]),
    ]


def test_courtesy_and_bare_answers_are_left_out() -> None:
    heard = heard_in([said(1, "greet"), said(2, "affirm"), said(3, "thank")])
    assert asked_in(heard) == []


def test_a_value_alone_is_told_for_it_was_an_answer_to_something() -> None:
    [asked] = asked_in(heard_in([said(1, "inform", day_of_month=25)]))
    assert asked.values == [{"entity": "day_of_month", "value": 25}]


def test_the_same_wish_said_again_stands_once() -> None:
    heard = heard_in([said(1, "request_deferral"), said(2, "request_deferral")])
    assert len(asked_in(heard)) == 1


def test_of_two_wishes_in_one_message_both_are_told() -> None:
    both = said(1, "request_plan")
    both.understood = {**(both.understood or {}), "wishes": ["report_payment_made", "request_plan"]}
    assert [one.intent for one in asked_in(heard_in([both]))] == [
        "report_payment_made",
        "request_plan",
    ]


def test_what_was_not_understood_is_counted_and_not_guessed() -> None:
    heard = heard_in([said(1, "nlu_fallback"), said(2, "ask_balance", missed=True)])
    assert asked_in(heard) == []
    assert not_understood(heard) == 2


def test_what_others_say_is_not_the_debtors() -> None:
    agent = Message(id="a", sender="agent", text="200", understood=None, at=BEGAN)
    assert heard_in([agent]) == []
