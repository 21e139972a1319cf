"""What the assistant said last is known by name and values, so that it can be worded anew."""

from typing import Any

from actions.said import Said, ended_so, last_answer


def _bot(text: str, card: dict[str, Any] | None = None, **kept: Any) -> dict[str, Any]:
    custom = {"card": card} if card else None
    return {"event": "bot", "metadata": {"utter_action": text, **kept}, "data": {"custom": custom}}


def test_the_last_answer_is_all_that_was_said_in_the_last_turn_that_said_anything() -> None:
    events = [
        {"event": "user"},
        _bot("balance"),
        {"event": "user"},
        _bot("plan_offer", card={"type": "plan"}, instalments=6),
        {"event": "slot"},
        _bot("plan_question", again=True),
        {"event": "user"},
    ]
    assert last_answer(events) == [
        Said("plan_offer", {"instalments": 6}, {"type": "plan"}),
        Said("plan_question", {"again": True}, None),
    ]


def test_values_that_are_empty_or_no_are_among_them() -> None:
    (said,) = last_answer([_bot("plan_question", days=10, unset={"noticed": False, "notice": ""})])
    assert said.values == {"days": 10, "noticed": False, "notice": ""}


def test_a_lead_to_an_answer_is_no_part_of_it() -> None:
    (said,) = last_answer([{"event": "user"}, _bot("plain_on"), _bot("balance")])
    assert said.text == "balance"


def test_a_conversation_in_which_nothing_was_said_has_no_last_answer() -> None:
    assert last_answer([{"event": "user"}]) == []


def test_what_a_message_waits_for_is_not_waited_for_again() -> None:
    waiting = _bot("identify_first")
    waiting["data"]["custom"] = {"waits_for": "identity"}
    assert last_answer([waiting]) == [Said("identify_first", {}, None)]


def test_the_language_that_it_was_said_in_is_no_value_of_it() -> None:
    (said,) = last_answer([_bot("balance", said_in="sv", language="sv")])
    assert said == Said("balance", {}, None, "sv")


def test_how_often_the_same_question_ended_an_answer_is_counted_from_the_last() -> None:
    asked = [{"event": "user"}, _bot("balance"), _bot("plan_terms"), {"event": "action"}]
    back = [{"event": "user"}, _bot("plan_terms_back")]
    other = [{"event": "user"}, _bot("balance")]
    assert ended_so([]) == 0
    assert ended_so([*asked, *back, {"event": "user"}]) == 2
    assert ended_so([*back, *other, *asked]) == 1
