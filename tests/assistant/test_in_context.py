"""A value that says a wish by itself, and a question that waits, say more than the likeliest intent."""

from typing import Any, Dict, List, Optional

import pytest

from assistant.in_context import InContext, Parse

CONTEXT = InContext.read()
AMEND = {"amend": {"intent": "request_deferral", "takes": ["date", "more_time"]}}


def parse(intent: str, *entities: Dict[str, Any], text: str = "some words") -> Parse:
    return {
        "text": text,
        "intent": {"name": intent, "confidence": 0.7},
        "entities": list(entities),
    }


def value(entity: str, said: Any = "x", **more: Any) -> Dict[str, Any]:
    return {"entity": entity, "value": said, "start": 0, "end": 0, **more}


def meant(read: Parse, pending: Optional[Dict[str, Any]] = None, form: Optional[str] = None) -> str:
    return str(CONTEXT.meant(read, pending, form)["intent"]["name"])


def test_who_wants_no_calls_is_not_called() -> None:
    assert meant(parse("request_callback", value("contact"))) == "inform"


def test_a_sum_beside_it_is_what_is_answered() -> None:
    both = parse("request_callback", value("amount", 60), value("contact"))
    assert meant(both) == "propose_terms"


def test_a_complaint_stays_one_whatever_is_said_in_it() -> None:
    assert meant(parse("complain", value("contact"))) == "complain"


def test_who_does_not_really_know_says_no_to_nothing() -> None:
    unsure = {**value("undecided"), "end": 12}
    assert meant(parse("deny", unsure, text="I don't know, really")) == "inform"


def test_a_slip_in_a_plan_is_corrected_by_its_value_alone() -> None:
    slip = parse("update_contact_details", value("amount", 450), text="my mistake, 450")
    assert meant(slip, form="plan_form") == "propose_terms"
    assert meant(slip) == "update_contact_details"
    assert meant(slip, form="callback_form") == "update_contact_details"


@pytest.mark.parametrize(
    "said",
    [
        parse("cancel", value("amount", 450), text="stop it, I will not pay 450 for that"),
        parse("dispute_debt", value("amount", 450), text="wrong, not 450"),
        parse("complain", value("phone", "070"), text="wrong number"),
        parse("cancel", text="stop it"),
    ],
)
def test_in_a_plan_what_is_more_than_a_value_stays_what_it_is(said: Parse) -> None:
    assert meant(said, form="plan_form") == said["intent"]["name"]


def test_the_choice_is_left_to_us_only_where_nothing_else_is_said() -> None:
    alone = {**value("undecided"), "end": 10}
    assert meant(parse("request_human", alone, text="you decide")) == "inform"
    assert meant(parse("repeat", alone, text="you decide what")) == "repeat"


def test_a_time_in_which_to_be_free_of_debt_is_a_wish_for_that_plan() -> None:
    read = CONTEXT.meant(parse("ask_balance", value("goal"), value("date", "2027-05-21")))
    assert read["intent"]["name"] == "propose_terms"
    assert [one.get("role") for one in read["entities"]] == [None, "end"]
    assert meant(parse("ask_balance", value("goal"))) == "ask_balance"


@pytest.mark.parametrize("intent", ["inform", "deny", "affirm", "propose_terms", "nlu_fallback"])
def test_a_day_after_a_question_about_a_day_corrects_it(intent: str) -> None:
    read = CONTEXT.meant(parse(intent, value("date", "2026-12-20")), AMEND)
    assert (read["intent"]["name"], read["amends"]) == ("request_deferral", True)


@pytest.mark.parametrize(
    "said",
    [[value("amount", 500), value("date", "2026-12-20")], [value("date", "x", negated=True)], []],
)
def test_what_is_no_answer_to_it_is_left_as_it_is(said: List[Dict[str, Any]]) -> None:
    assert meant(parse("propose_terms", *said), AMEND) == "propose_terms"


def test_a_button_means_what_it_carries() -> None:
    pressed = parse("affirm", value("until", "2026-12-20"))
    assert meant(pressed, {**AMEND, "yes": {"intent": "ask_balance"}}) == "affirm"


def test_a_yes_to_the_one_likely_meaning_is_that_meaning() -> None:
    assert meant(parse("affirm"), {"yes": {"intent": "ask_balance"}}) == "ask_balance"


def test_what_is_said_in_danger_is_never_read_anew() -> None:
    in_danger = {**parse("express_crisis", value("contact")), "crisis": {"raised": True}}
    assert meant(in_danger) == "express_crisis"
