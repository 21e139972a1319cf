"""Who wants to see what the claim is based on objects to nothing, and is not taken for a dispute."""

import httpx
import pytest

from actions.conversation.deciding import Affirm, Deny
from actions.plan.asking import AskPlanDecision
from actions.plan.validating import ValidatePlanForm
from actions.referring import HandOver
from actions.trouble.disputing import Dispute
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, buttons, names


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_papers_are_ordered_collection_rests_and_nothing_is_disputed(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
    language: str,
):
    debtor = Debtor("SE-1001", language)
    told = await debtor.says("request_document", HandOver(), subject="papers")
    assert names(told) == ["claim_origin", "information_requested", "handoff_queue"]
    assert "20417733" in told[0]["written"], "what is known is told first"
    assert buttons(told[:-1]) == ["ask_breakdown", "dispute_debt", "person"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["information"]
    case = (await api.get("/api/cases/SE-1001")).json()
    assert (case["status"], case["stops"]) == ("open", [])
    assert [(hold["reason"], hold["until"]) for hold in case["holds"]] == [
        ("information", "2026-12-21")
    ]


async def test_a_plan_can_still_be_made(case_system: CaseSystem):
    debtor = Debtor("SE-1001")
    await debtor.says("request_document", HandOver(), subject="papers")
    told = await debtor.says(
        "propose_terms", ValidatePlanForm(), AskPlanDecision(), amount={"amount": 500}.get("amount")
    )
    assert "plan_offer" in names(told)


async def test_so_it_is_wrong_leads_to_the_dispute(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
):
    debtor = Debtor("SE-1001")
    await debtor.says("request_document", HandOver(), subject="papers")
    asked = await debtor.says("deny", Deny(), text="så det är alltså fel")
    assert names(asked) == ["dispute_confirm"]
    registered = await debtor.says("affirm", Affirm())
    assert names(registered)[0] == "dispute_registered"
    assert (await api.get("/api/cases/SE-1001")).json()["status"] == "disputed"


async def test_a_mere_no_disputes_nothing(case_system: CaseSystem):
    debtor = Debtor("SE-1001")
    await debtor.says("request_document", HandOver(), subject="papers")
    assert names(await debtor.says("deny", Deny(), text="nej tack")) == ["no_then"]


async def test_who_disputes_may_see_the_papers_instead(case_system: CaseSystem):
    asked = await Debtor("SE-1001").says("dispute_debt", Dispute())
    assert buttons(asked) == ["agree", "see_papers", "decline"]


async def test_a_dispute_that_is_registered_is_not_asked_about_again(case_system: CaseSystem):
    debtor = Debtor("SE-1001")
    await debtor.says("dispute_debt", Dispute())
    await debtor.says("affirm", Affirm())
    assert names(await debtor.says("dispute_debt", Dispute())) == ["dispute_already"]


async def test_another_paper_holds_nothing(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
):
    told = await Debtor("SE-1001").says("request_document", HandOver())
    assert names(told) == ["document_ordered", "handoff_queue"]
    assert (await api.get("/api/cases/SE-1001")).json()["holds"] == []
