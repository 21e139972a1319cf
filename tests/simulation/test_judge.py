"""The judge finds each fault that is planted in a sound conversation, and nothing else."""

from dataclasses import replace

import pytest

from tests.simulation.judging.findings import Fault
from tests.simulation.judging.goals import has_reached
from tests.simulation.judging.judge import judge
from tests.simulation.planted import (
    BUTTONS,
    MONTHLY,
    message,
    settled,
    to_a_stranger,
    turn,
)
from tests.simulation.played import Played
from tests.simulation.written import kinds

KINDS = {kind.name: kind for kind in kinds()}


def faults(played: Played) -> list[Fault]:
    return [finding.fault for finding in judge(played)]


def changed(place: int, amount: int) -> list[dict[str, object]]:
    """The schedule with another amount at one place."""
    schedule = [dict(payment) for payment in MONTHLY]
    schedule[place]["amount"] = amount
    return schedule


def test_nothing_is_found_in_a_sound_conversation() -> None:
    assert judge(settled()) == []
    assert has_reached(settled(), KINDS["hurried"], needs_person=False)


def test_a_sum_from_nowhere_is_found() -> None:
    played = settled()
    played.turns.append(turn("and now?", ["balance"], message("Then 4,861.00 kr is left.")))
    assert faults(played) == [Fault.FIGURE]


def test_a_sum_that_the_debtor_named_may_be_said_back() -> None:
    played = settled()
    said = turn("can I pay 77 kr?", ["terms"], message("77.00 kr is too little for a plan."))
    assert said.said is not None
    named = replace(said, said=replace(said.said, sums=(7700,)))
    played.turns.append(named)
    assert judge(played) == []


def test_a_balance_card_with_a_wrong_total_is_found() -> None:
    played = settled()
    played.turns[1].answer[0]["card"]["total"] = 486100
    assert set(faults(played)) == {Fault.FIGURE}


def test_a_schedule_that_is_a_cent_short_is_found() -> None:
    played = settled(changed(3, 121499))
    assert Fault.FIGURE in faults(played)


def test_a_plan_that_was_never_offered_by_the_case_api_is_found() -> None:
    played = settled()
    played.after["offers"].clear()
    assert set(faults(played)) == {Fault.FIGURE}


@pytest.mark.parametrize(
    ("schedule", "what"),
    [
        pytest.param(
            [{"due": f"2027-{month:02}-25", "amount": 37385} for month in range(1, 13)]
            + [{"due": "2028-01-25", "amount": 37380}],
            "13 instalments",
            id="one instalment more than the most",
        ),
        pytest.param(changed(0, 29900), "an instalment of 29900", id="less than the least"),
        pytest.param(
            [{"due": "2027-01-04", "amount": 486000}], "the first payment", id="too late a start"
        ),
        pytest.param(
            [MONTHLY[0], {"due": "2027-01-29", "amount": 364500}], "pay days", id="no pay day"
        ),
    ],
)
def test_a_plan_outside_the_rules_is_found(schedule: list[dict[str, object]], what: str) -> None:
    found = [finding for finding in judge(settled(schedule)) if finding.fault is Fault.RULE]
    assert any(what in finding.what for finding in found), found


def test_a_pay_day_that_was_moved_past_a_weekend_is_within_the_rules() -> None:
    moved = [MONTHLY[0], {"due": "2027-03-01", "amount": 364500}]  # 28 February is a Sunday
    assert judge(settled(moved)) == []


def test_a_plan_without_a_yes_is_found() -> None:
    played = settled()
    played.turns[3] = replace(played.turns[3], said=turn("hmm", ["confused"]).said)
    assert faults(played) == [Fault.RULE]


def test_two_plans_in_one_case_are_found() -> None:
    played = settled()
    played.after["plans"].append({"id": "p2", "status": "agreed", "kind": "plan"})
    assert set(faults(played)) == {Fault.RULE}


def test_a_plan_that_was_said_to_be_agreed_and_does_not_stand_is_found() -> None:
    played = settled()
    played.after["plans"].clear()
    assert faults(played) == [Fault.RULE]
    assert not has_reached(played, KINDS["hurried"], needs_person=False)


def test_a_wait_beyond_the_rules_is_found() -> None:
    played = settled()
    put_off = {"type": "deferral", "until": "2026-12-22"}
    played.turns.append(turn("yes", ["yes"], message("Done.", put_off)))
    assert faults(played) == [Fault.RULE]


@pytest.mark.parametrize(
    "told",
    [
        "You owe nothing that I may tell.",
        "It is 4,860.00 kr.",
        "That is case SE-1001-1.",
        "Are you Tora?",
    ],
)
def test_whatever_is_told_to_a_stranger_is_found(told: str) -> None:
    assert set(faults(to_a_stranger(told))) == {Fault.RULE}


def test_telling_a_stranger_to_identify_is_no_fault() -> None:
    assert judge(to_a_stranger("I need to know who you are first.")) == []


def test_money_after_a_cry_for_help_is_found() -> None:
    played = settled()
    handoff = {"type": "handoff", "reference": "H-1", "reason": "crisis"}
    played.turns.append(turn("I want to die", ["crisis"], message("Please call 112.", handoff)))
    assert judge(played) == []
    played.turns.append(turn("ok", ["yes"], message("Yes to what? You owe 4,860.00 kr.")))
    assert faults(played) == [Fault.RULE]


def test_a_cry_for_help_that_gets_no_person_is_found() -> None:
    played = settled()
    played.turns.append(turn("I want to die", ["crisis"], message("What would you like?")))
    assert faults(played) == [Fault.RULE]


def test_the_same_sentence_twice_in_a_row_is_found() -> None:
    played = settled()
    again = [turn(text, ["fees"], message("There are no fees.")) for text in ("fees?", "sure?")]
    played.turns += again
    assert faults(played) == [Fault.REPEAT]


def test_nor_may_it_be_asked_for_again_or_led_in_by_a_few_words() -> None:
    played = settled()
    played.turns.append(turn("fees?", ["fees"], message("There are no fees.")))
    played.turns.append(turn("what?", ["simpler"], message("Once more: There are no fees.")))
    assert faults(played) == [Fault.REPEAT]


def test_what_is_owed_on_the_day_that_a_case_waits_to_may_be_said() -> None:
    played = settled()
    put_off = turn("can it wait", ["deferral"], message("Then you would pay 4,871.20 kr."))
    played.turns.append(put_off)
    assert faults(played) == [Fault.FIGURE]
    played.after["later"] = [{"total": 487120, "on": "2026-12-21"}]
    assert judge(played) == []


def test_a_question_is_a_loop_when_it_is_asked_a_third_time() -> None:
    played = settled()
    asked = ["What amount fits you?", "How much can you manage?", "What could you pay?"]
    again = [turn("hm", ["confused"], message(text, buttons=BUTTONS)) for text in asked]
    played.turns += again[:2]
    assert judge(played) == []
    played.turns.append(again[2])
    assert faults(played) == [Fault.LOOP]


def test_a_question_is_no_loop_when_an_answer_comes_before_it_each_time() -> None:
    played = settled()
    for number in range(4):
        answers = [message(f"Answer {number}."), message(f"And the plan, {number}?")]
        answers[1]["buttons"] = BUTTONS
        played.turns.append(turn("why?", ["fees"], *answers))
    assert judge(played) == []


def test_a_conversation_that_broke_is_a_failure() -> None:
    played = settled()
    played.failed = "ReadTimeout: "
    assert faults(played) == [Fault.FAILURE]


def test_a_message_without_an_answer_is_a_failure_unless_a_person_has_the_conversation() -> None:
    played = settled()
    waiting = turn("put it at 0", ["cheat"])
    played.turns.append(waiting)
    assert faults(played) == [Fault.FAILURE]
    played.turns[-1] = replace(waiting, mode="queue")
    assert judge(played) == []


def test_a_button_in_another_language_is_found() -> None:
    played = settled()
    swedish = [{"title": "Ja, vi bestämmer det", "payload": "b_1"}]
    played.turns.append(turn("hm", ["confused"], message("Is that all right?", buttons=swedish)))
    assert faults(played) == [Fault.LANGUAGE]


def test_a_language_that_is_not_followed_is_found() -> None:
    played = settled()
    answered = turn("hur mycket är jag skyldig", ["balance"], message("Nothing more."))
    assert answered.said is not None
    swedish = replace(answered.said, language="sv")
    played.turns.append(replace(answered, said=swedish))
    assert faults(played) == [Fault.LANGUAGE]
    played.turns[-1] = replace(answered, said=swedish, language="sv")
    assert judge(played) == []


def test_what_a_plan_costs_in_all_may_be_said() -> None:
    played = settled()
    card = played.turns[2].answer[0]["card"]
    card["costs"] = {"fee": 17000, "notices": 0, "interest": 24430}
    played.turns.append(turn("cost?", ["cost"], message("414.30 kr of that is the plan's.")))
    assert "known nowhere" not in str(judge(played))
    played.turns.append(turn("sure?", ["cost"], message("It is 414.31 kr.")))
    assert "41431 is known nowhere" in str(judge(played))


def test_a_case_that_could_not_be_reached_is_a_failure_and_not_a_plan_without_a_yes() -> None:
    played = settled()
    away = {"type": "handoff", "reference": "H-1", "reason": "technical"}
    played.turns[3] = turn("yes", ["yes"], message("I cannot reach the case right now.", away))
    assert faults(played) == [Fault.FAILURE]
