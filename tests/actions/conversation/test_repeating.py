"""The last answer again, in plainer words, and in the usual ones."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.repeating import Repeat

CARD = {"type": "balance", "total": 486000}
ANSWER = [
    {"event": "user"},
    {
        "event": "bot",
        "metadata": {"utter_action": "breakdown", "said_in": "en", "choices": ["pay_now"]},
        "data": {"custom": {"card": CARD}},
    },
]
Told = tuple[list[dict[str, Any]], dict[str, Any], list[str]]


async def _repeat(
    *wishes: str,
    events: list[dict[str, Any]] = ANSWER,
    form: str | None = None,
    plain: bool = False,
) -> Told:
    """The messages, the slots that were set, and what comes next."""
    entities = [{"entity": "plain", "value": wish} for wish in wishes]
    message = {"text": "?", "intent": {"name": "repeat"}, "entities": entities}
    slots = {"language": "en", "identified": False, "plain": plain}
    loop = {"name": form} if form else None
    tracker = Tracker("c1", slots, message, [*events, {"event": "user"}], False, None, loop, None)
    dispatcher = CollectingDispatcher()
    given = await Repeat().run(dispatcher, tracker, {})
    remembered = {one["name"]: one["value"] for one in given if one["event"] == "slot"}
    return dispatcher.messages, remembered, [one["name"] for one in given if "name" in one]


async def test_again_is_the_same_text_with_its_card_and_buttons() -> None:
    (said,), remembered, _ = await _repeat()
    assert said["response"] == "breakdown"
    assert said["custom"] == {"card": CARD}
    assert said["choices"] == ["pay_now"]
    assert "plain" not in said
    assert remembered == {}


AGAIN = [{"event": "user"}, {"event": "action", "name": "action_repeat"}, *ANSWER[1:]]


async def test_the_second_time_it_comes_in_plain_words() -> None:
    (said,), remembered, _ = await _repeat(events=[*ANSWER, *AGAIN])
    assert (said["response"], said["plain"]) == ("breakdown", True)
    assert remembered == {}


async def test_the_third_time_a_person_is_offered() -> None:
    (said,), _, _ = await _repeat(events=[*ANSWER, *AGAIN, *AGAIN])
    assert said["response"] == "choose_person"


ASKED = [
    {"event": "user"},
    {"event": "bot", "metadata": {"utter_action": "plan_terms", "said_in": "en"}},
]
ASKED_AGAIN = [
    {"event": "user"},
    {"event": "bot", "metadata": {"utter_action": "plan_terms_back", "said_in": "en"}},
]


async def test_a_question_is_not_asked_a_third_time() -> None:
    (said,), _, _ = await _repeat("once", events=[*ASKED, *ASKED_AGAIN], form="plan_form")
    assert said["response"] == "choose_person"


async def test_after_an_answer_in_between_the_question_may_come_again() -> None:
    between = [{"event": "user"}, *ANSWER[1:]]
    (said,), _, _ = await _repeat(events=[*ASKED, *between, *ASKED_AGAIN], form="plan_form")
    assert said["response"] == "plan_terms_back"


async def test_who_gets_plain_words_already_is_offered_a_person_the_second_time() -> None:
    (said,), _, _ = await _repeat("kept", events=[*ANSWER, *AGAIN], plain=True)
    assert said["response"] == "choose_person"


async def test_the_usual_words_can_be_had_however_often_it_was_said() -> None:
    (lead, said), _, _ = await _repeat("off", events=[*ANSWER, *AGAIN, *AGAIN], plain=True)
    assert (lead["response"], said["plain"]) == ("plain_off", False)


async def test_only_the_first_of_an_answer_tells_that_it_is_said_again() -> None:
    messages, _, _ = await _repeat(events=[ANSWER[0], *[ANSWER[1]] * 2])
    assert [said["leads"] for said in messages] == [True, False]
    messages, _, _ = await _repeat("kept", events=ANSWER)
    assert messages[1]["leads"] is False


async def test_what_was_not_understood_is_said_in_plainer_words_once() -> None:
    (said,), remembered, _ = await _repeat("once")
    assert (said["response"], said["plain"]) == ("breakdown", True)
    assert remembered == {}


@pytest.mark.parametrize("wishes", [("kept",), ("once", "kept")])
async def test_a_wish_for_plainer_words_is_kept_on_and_said_so(wishes: tuple[str, ...]) -> None:
    (lead, said), remembered, _ = await _repeat(*wishes)
    assert lead["response"] == "plain_on"
    assert (said["response"], said["plain"], said["custom"]) == ("breakdown", True, {"card": CARD})
    assert remembered == {"plain": True}


async def test_the_usual_words_come_back_when_they_are_wished_for() -> None:
    (lead, said), remembered, _ = await _repeat("off")
    assert lead["response"] == "plain_off"
    assert (said["response"], said["plain"]) == ("breakdown", False)
    assert remembered == {"plain": False}


async def test_never_more_than_three_messages_come_in_a_row() -> None:
    three = [ANSWER[0], *[ANSWER[1]] * 3]
    messages, remembered, _ = await _repeat("kept", events=three)
    assert [said["response"] for said in messages] == ["breakdown"] * 3
    assert remembered == {"plain": True}


async def test_in_a_form_its_question_is_among_what_is_said_and_is_not_asked_twice() -> None:
    messages, _, next_ = await _repeat("kept", form="plan_form")
    assert [said["response"] for said in messages] == ["plain_on", "breakdown"]
    assert next_ == ["plain", "plan_form", "action_listen"]


async def test_where_nothing_was_said_yet_a_wish_is_kept_all_the_same() -> None:
    messages, remembered, _ = await _repeat("kept", events=[])
    assert [said["response"] for said in messages] == ["plain_on"]
    assert remembered == {"plain": True}


async def test_with_nothing_to_say_again_it_says_what_it_can_do() -> None:
    messages, _, _ = await _repeat(events=[])
    assert [said["response"] for said in messages] == ["help"]
