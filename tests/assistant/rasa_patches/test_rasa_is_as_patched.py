"""Rasa's private parts look as they did when they were patched; if not, the patch must be read again."""

import inspect
import sys

import pytest
from rasa.core.actions import action
from rasa.core.agent import Agent
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.utils.endpoints import EndpointConfig

from assistant.rasa_patches import action_calls

SIGNATURES = {
    action.RemoteAction.action_response_format_spec: "()",
    action.RemoteAction._action_call_format: "(self, tracker, domain)",
    action_calls._run_as_released: "(self, output_channel, nlg, tracker, domain)",
    MessageProcessor._handle_message_with_tracker: "(self, message, tracker)",
    MessageProcessor._run_prediction_loop: "(self, output_channel, tracker)",
    MessageProcessor.run_action_extract_slots: "(self, output_channel, tracker)",
    MessageProcessor.fetch_tracker_and_update_session: (
        "(self, sender_id, output_channel, metadata)"
    ),
    Agent._create_tracker_store: "(store, domain)",
    EndpointConfig.combine_parameters: "(self, kwargs)",
    TrackerStore.__init__: "(self, domain, event_broker, kwargs)",
}


@pytest.mark.parametrize("function", SIGNATURES, ids=lambda function: function.__qualname__)
def test_the_signature_is_the_one_that_was_patched(function: object) -> None:
    names = ", ".join(inspect.signature(function).parameters)
    assert f"({names})" == SIGNATURES[function]


def test_tensorflow_is_not_in_the_process() -> None:
    module = sys.modules["tensorflow"]
    assert type(module).__name__ == "_InertModule"


def test_a_valid_action_answer_passes_and_another_does_not() -> None:
    remote = action.RemoteAction("action_answer", None)
    assert remote._validate_action_result({"events": [], "responses": [{"text": "hei"}]})
    with pytest.raises(Exception, match="is not of type 'array'"):
        remote._validate_action_result({"events": "none", "responses": []})


def test_an_agent_without_a_tracker_store_is_refused() -> None:
    with pytest.raises(Exception, match="tracker store"):
        Agent._create_tracker_store(None, None)
