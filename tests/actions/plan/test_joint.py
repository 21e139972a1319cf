"""One plan over a debtor's cases, as it is asked for, told, agreed and undone; over the real case API."""

from typing import Any

import httpx
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.deciding import Affirm, Deny
from actions.dialogue_action import DialogueAction
from actions.plan.asking import AskPlanDecision
from actions.plan.concluding import ConcludePlan
from actions.plan.terms import lower, merged
from actions.plan.validating import ValidatePlanForm
from tests.actions.conftest import written

LANGUAGES = ["sv", "nb", "da", "fi", "is", "en"]
TOGETHER = {"entity": "together", "value": "all"}
Said = list[dict[str, Any]]


class Debtor:
    """Says one thing after the other; what was remembered is there the next time."""

    def __init__(self, case: str, language: str) -> None:
        self._case = case
        self.slots = {"identified": True, "case": case, "language": language}

    async def says(self, intent: str, *actions: DialogueAction, entities: Any = ()) -> Said:
        """What the actions answer, each written with the real texts."""
        told: Said = []
        message = {
            "text": "?",
            "message_id": "m1",
            "intent": {"name": intent},
            "entities": list(entities),
        }
        for action in actions:
            dispatcher = CollectingDispatcher()
            form = {"name": "plan_form"} if isinstance(action, ValidatePlanForm) else {}
            tracker = Tracker("c1", self.slots, message, [], False, None, form, "")
            for event in await action.run(dispatcher, tracker, {}):
                if event["event"] == "slot":
                    self.slots[event["name"]] = event["value"]
            told += dispatcher.messages
        for one in told:
            one["written"] = written(one, str(self.slots["language"]), self._case)
        return told


async def asks(debtor: Debtor, *entities: Any) -> Said:
    actions = ValidatePlanForm(), AskPlanDecision()
    return await debtor.says("request_plan", *actions, entities=entities or [TOGETHER])


def names(told: Said) -> list[str]:
    return [one["response"] for one in told]


@pytest.mark.usefixtures("case_system")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_plan_is_offered_agreed_and_undone_as_one(
    api: httpx.AsyncClient,  # noqa: F811
    language: str,
) -> None:
    debtor = Debtor("SE-1007", language)
    offered = await asks(debtor)
    assert names(offered) == ["plan_joint", "plan_compared", "plan_question"]
    assert "SE-1007" in offered[0]["written"]
    assert "SE-1008" in offered[0]["written"]
    assert [one["button"] if isinstance(one, dict) else one for one in offered[-1]["choices"]] == [
        "accept_offer",
        "less_a_month",
        "only_this_case",
    ]
    debtor.slots["requested_slot"] = "plan_decision"
    agreed = await debtor.says("affirm", ValidatePlanForm(), ConcludePlan())
    assert names(agreed) == [
        "plan_joint_agreed",
        "plan_joint_payment",
        "plan_joint_next",
        "undo_until",
    ]
    references = [
        (await api.get(f"/api/cases/{case}")).json()["plan"]["reference"]
        for case in ("SE-1007", "SE-1008")
    ]
    assert references[0] in agreed[1]["written"]
    assert references[1] in agreed[2]["written"]
    (sure,) = await debtor.says("deny", Deny())
    (undone,) = await debtor.says("affirm", Affirm())
    assert (sure["response"], undone["response"]) == ("undo_ask", "undone")
    assert sure["joint"]
    assert undone["joint"]
    for case in ("SE-1007", "SE-1008"):
        assert (await api.get(f"/api/cases/{case}")).json()["plan"] is None


@pytest.mark.usefixtures("case_system")
async def test_the_card_tells_what_of_each_payment_goes_to_which_case() -> None:
    (told, *_) = await asks(Debtor("SE-1007", "sv"))
    card = told["custom"]["card"]
    assert card["total"] == 418500
    assert {part["case"] for day in card["schedule"] for part in day["parts"]} == {
        "SE-1007",
        "SE-1008",
    }
    for day in card["schedule"]:
        assert sum(part["amount"] for part in day["parts"]) == day["amount"]


@pytest.mark.usefixtures("case_system")
async def test_a_sum_that_is_named_afterwards_is_of_the_same_plan() -> None:
    debtor = Debtor("SE-1007", "sv")
    await asks(debtor)
    debtor.slots["requested_slot"] = "plan_decision"
    amount = {"entity": "amount", "value": 800}
    told = await debtor.says(
        "propose_terms", ValidatePlanForm(), AskPlanDecision(), entities=[amount]
    )
    assert told[0]["response"] == "plan_joint"
    assert "800,00 kr" in told[0]["written"]


@pytest.mark.usefixtures("case_system")
async def test_after_a_no_another_sum_is_for_all_the_cases_too() -> None:
    debtor = Debtor("SE-1007", "sv")
    await asks(debtor)
    debtor.slots["requested_slot"] = "plan_decision"
    await debtor.says("deny", ValidatePlanForm())
    debtor.slots["requested_slot"] = "plan_terms"
    amount = {"entity": "amount", "value": 800}
    told = await debtor.says("inform", ValidatePlanForm(), AskPlanDecision(), entities=[amount])
    assert told[0]["response"] == "plan_joint"


@pytest.mark.usefixtures("case_system")
async def test_it_can_be_this_case_alone_instead() -> None:
    debtor = Debtor("SE-1007", "sv")
    await asks(debtor)
    debtor.slots["requested_slot"] = "plan_decision"
    told = await asks(debtor, {"entity": "together", "value": "none"})
    assert names(told) == ["plan_offer", "plan_question"]
    assert told[0]["custom"]["card"]["total"] == 204000


@pytest.mark.usefixtures("case_system")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_case_that_cannot_be_in_it_is_named_with_the_reason(
    api: httpx.AsyncClient,  # noqa: F811
    language: str,
) -> None:
    await api.post("/api/cases/SE-1008/disputes", json={"text": "Det stämmer inte."})
    told = await asks(Debtor("SE-1007", language))
    assert names(told)[:2] == ["plan_left_out", "plan_offer"]
    assert "SE-1008" in told[0]["written"]
    assert told[1]["custom"]["card"]["total"] == 204000


@pytest.mark.usefixtures("case_system")
async def test_who_has_one_case_gets_a_plan_for_it() -> None:
    told = await asks(Debtor("SE-1001", "sv"), TOGETHER, {"entity": "amount", "value": 500})
    assert names(told)[0] == "plan_offer"


def test_what_was_said_about_the_cases_holds_when_the_sum_is_corrected() -> None:
    wished = merged(None, [TOGETHER], "SEK")
    assert wished == {"together": True}
    assert merged(wished, [{"entity": "amount", "value": 500}], "SEK") == {
        "together": True,
        "amount": 50000,
    }
    assert lower({"instalment": 40000}, wished) == {"together": True, "amount": 30000}
