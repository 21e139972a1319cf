"""A yes to a plan that was only half understood: asked for again once, then a person sees to it."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.case_api import CaseApi
from actions.dialogue_action import DialogueAction
from actions.plan.asking import AskPlanDecision
from actions.plan.validating import ValidatePlanForm
from tests.actions.conftest import CaseSystem


class Form:
    """The plan's form while it waits for a yes; what was remembered is there the next time."""

    def __init__(self, offer: dict[str, Any]) -> None:
        self.slots: dict[str, Any] = {
            "identified": True,
            "case": "SE-1001",
            "client": "se-energi",
            "language": "sv",
            "requested_slot": "plan_decision",
            "asked": "decision",
            "plan_terms": {"instalments": 2},
            "plan_outcome": {"outcome": "offer", "offers": [offer], "reasons": []},
        }

    async def hears_half_a_yes(self) -> list[str]:
        """What is said to it."""
        said = await self._runs(ValidatePlanForm())
        return said + await self._runs(AskPlanDecision())

    async def _runs(self, action: DialogueAction) -> list[str]:
        intent = {"name": "affirm", "confidence": 0.7}
        message = {"text": "?", "message_id": "m1", "intent": intent, "entities": []}
        parse = {**message, "sure": False}
        loop = {"name": "plan_form"}
        tracker = Tracker("c1", dict(self.slots), parse, [], False, None, loop, "")
        dispatcher = CollectingDispatcher()
        for event in await action.run(dispatcher, tracker, {}):
            if event["event"] == "slot":
                self.slots[event["name"]] = event["value"]
        return [str(message["response"]) for message in dispatcher.messages]


async def offered(system: CaseSystem) -> dict[str, Any]:
    """A real offer of the case API."""
    api = CaseApi("http://sovinto.test", "demo", 10.0, system)
    answer = await api.plan_offers("SE-1001", {"instalments": 2}, "sv")
    found: dict[str, Any] = answer["offers"][0]
    return found


async def test_the_first_is_asked_about_again(case_system: CaseSystem) -> None:
    form = Form(await offered(case_system))
    assert await form.hears_half_a_yes() == ["plan_back"]
    assert case_system.handoffs == []
    assert form.slots.get("plan_decision") is None


async def test_the_second_goes_to_a_person_and_agrees_nothing(case_system: CaseSystem) -> None:
    form = Form(await offered(case_system))
    await form.hears_half_a_yes()
    assert await form.hears_half_a_yes() == ["uncertain", "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["uncertain"]
    assert form.slots.get("plan_decision") is None
