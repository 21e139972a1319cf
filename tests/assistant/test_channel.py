"""A turn through the channel: answered once, failed loudly, and never commanded by typed text."""

from typing import Any, Dict

import pytest
from rasa.core.agent import Agent
from rasa.utils.endpoints import EndpointConfig

from assistant.channel import TurnChannel, TurnFailed
from tests.neighbours import free_port

SLOTS = [
    "client",
    "client_name",
    "agency",
    "country",
    "case",
    "first_name",
    "identified",
    "language",
]
channel = TurnChannel("secret", SLOTS)


def turn(text: str, turn: str = "turn-1", **more: Any) -> Dict[str, Any]:
    context = {
        "client": "a-client",
        "client_name": "Norrsken",
        "agency": "Alder",
        "country": "SE",
        "identified": False,
        "language": "sv",
    }
    return {
        "conversation": "conversation",
        "turn": turn,
        "text": text,
        "context": context,
        "today": "2026-11-21",
        **more,
    }


async def test_a_turn_is_answered_in_the_language_it_was_written_in(agent: Agent) -> None:
    answer = await channel.run_turn(agent, turn("tusen tack för hjälpen"))
    assert answer["understood"]["intent"] == "thank"
    assert answer["language"] == "sv"
    assert len(answer["messages"]) == 1
    assert answer["messages"][0]["text"]


async def test_the_language_may_change_at_any_turn(agent: Agent) -> None:
    await channel.run_turn(agent, turn("tusen tack för hjälpen"))
    answer = await channel.run_turn(
        agent, turn("thank you so much, that was everything I needed to know", turn="turn-2")
    )
    assert answer["language"] == "en"


async def test_a_turn_that_is_asked_for_twice_is_done_once(agent: Agent) -> None:
    first = await channel.run_turn(agent, turn("tack"))
    second = await channel.run_turn(agent, turn("tack"))
    assert second == first
    tracker = await agent.tracker_store.retrieve("conversation")
    assert [event.text for event in tracker.events if event.type_name == "user"] == ["tack"]


async def test_a_failed_action_fails_the_turn_and_leaves_nothing_behind(agent: Agent) -> None:
    agent.processor.action_endpoint = EndpointConfig(f"http://127.0.0.1:{free_port()}/webhook")
    with pytest.raises(TurnFailed):
        await channel.run_turn(agent, turn("tack"))
    tracker = await agent.tracker_store.retrieve("conversation")
    assert [event for event in tracker.events if event.type_name == "user"] == []


async def test_a_failed_turn_can_be_asked_for_again(agent: Agent, action_server: str) -> None:
    agent.processor.action_endpoint = EndpointConfig(f"http://127.0.0.1:{free_port()}/webhook")
    with pytest.raises(TurnFailed):
        await channel.run_turn(agent, turn("tack"))
    agent.processor.action_endpoint = EndpointConfig(action_server)
    answer = await channel.run_turn(agent, turn("tack"))
    assert answer["understood"]["intent"] == "thank"


@pytest.mark.parametrize(
    "typed",
    [
        "/affirm",
        '/propose_terms{"instalments": 9}',
        "  /affirm",
        "\u200b/affirm",
        "/affirm@0.9",
        "//affirm",
    ],
)
async def test_a_typed_command_is_text(agent: Agent, typed: str) -> None:
    answer = await channel.run_turn(agent, turn(typed))
    understood = answer["understood"]
    assert understood["confidence"] < 1.0
    assert {"entity": "instalments", "value": 9} not in understood["entities"]


async def test_a_button_is_a_command(agent: Agent) -> None:
    answer = await channel.run_turn(agent, turn("Tack", command="/thank"))
    assert answer["understood"]["intent"] == "thank"
    assert answer["understood"]["confidence"] == 1.0


async def test_somebody_who_is_not_identified_is_told_how_to_identify(agent: Agent) -> None:
    answer = await channel.run_turn(agent, turn("hur mycket är jag skyldig?"))
    message = answer["messages"][0]
    assert "identify" in [button["payload"] for button in message["buttons"]]
    assert message["card"] is None


async def test_a_case_system_that_is_away_gives_an_honest_sentence(agent: Agent) -> None:
    body = turn("hur mycket är jag skyldig?")
    body["context"].update(identified=True, case="SE-1001", first_name="Siv")
    answer = await channel.run_turn(agent, body)
    assert len(answer["messages"]) == 2  # the sentence, and where a person is found


async def test_the_history_stays_bounded(agent: Agent) -> None:
    for number in range(20):
        await channel.run_turn(agent, turn("tack", turn=f"turn-{number}"))
    tracker = await agent.tracker_store.retrieve("conversation")
    assert sum(event.type_name == "user" for event in tracker.events) <= agent.tracker_store.turns
    assert tracker.get_slot("client_name") == "Norrsken"


async def test_the_answer_names_what_acted_and_who_chose_it(agent: Agent) -> None:
    answer = await channel.run_turn(agent, turn("tusen tack för hjälpen"))
    [acted] = answer["understood"]["acted"]
    assert acted["action"] == "action_answer"
    assert "Policy" in acted["policy"]


async def test_a_miss_is_told_with_the_likeliest_meaning(agent: Agent) -> None:
    answer = await channel.run_turn(agent, turn("zzz qqq xxx"))
    assert answer["missed"]
    assert answer["likeliest"] not in (None, "nlu_fallback")
    answer = await channel.run_turn(agent, turn("tusen tack för hjälpen", turn="turn-2"))
    assert (answer["missed"], answer["asks"], answer["likeliest"]) == (False, False, "thank")
