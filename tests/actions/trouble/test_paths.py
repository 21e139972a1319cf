"""Each trouble has its own path: its words, its hold on the case, and its reason for a person."""

import httpx
import pytest

from actions.referring import HandOver
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, names

PATHS = [
    ("report_death", None, "death", "death", "deceased"),
    ("report_representative", None, "representative", "representative", "guardianship"),
    ("report_representative", "under_age", "under_age", "under_age", "minor"),
    ("report_representative", "child", "under_age", "under_age", "minor"),
    ("report_debt_restructuring", None, "restructuring", "restructuring", "restructuring"),
    ("report_wrong_person", None, "wrong_person", "wrong_person", "disputed"),
    ("report_wrong_person", "identity_theft", "identity_theft", "identity_theft", "disputed"),
]


@pytest.mark.parametrize(("intent", "subject", "text", "reason", "stop"), PATHS)
async def test_the_case_rests_and_a_person_gets_it_for_its_own_reason(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
    intent: str,
    subject: str | None,
    text: str,
    reason: str,
    stop: str,
):
    debtor = Debtor("SE-1001")
    debtor.form = "plan_form"
    told = await debtor.says(intent, HandOver(), **({"subject": subject} if subject else {}))
    assert names(told) == [text, "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == [reason]
    assert debtor.form is None, "what was going on is left"
    case = (await api.get("/api/cases/SE-1001")).json()
    assert [hold["reason"] for hold in case["holds"]] == [reason]
    offers = await api.post("/api/cases/SE-1001/plan-offers", json={"amount": 50000})
    assert offers.json()["outcome"] == "referral"
    assert [one["rule"] for one in offers.json()["reasons"]] == [stop]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("intent", "subject", "text", "reason", "stop"), PATHS)
async def test_a_stranger_is_met_in_the_same_way_and_no_case_is_named(
    case_system: CaseSystem,
    language: str,
    intent: str,
    subject: str | None,
    text: str,
    reason: str,
    stop: str,
):
    debtor = Debtor(None, language)
    told = await debtor.says(intent, HandOver(), **({"subject": subject} if subject else {}))
    assert names(told) == [text, "handoff_queue"]
    known = await Debtor("SE-1001", language).says(
        intent, HandOver(), **({"subject": subject} if subject else {})
    )
    assert told[0]["written"] != known[0]["written"]
    assert reason == case_system.handoffs[0]["reason"]


async def test_saying_it_twice_holds_once(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
):
    debtor = Debtor("SE-1001")
    await debtor.says("report_death", HandOver())
    await debtor.says("report_death", HandOver())
    case = (await api.get("/api/cases/SE-1001")).json()
    assert [hold["reason"] for hold in case["holds"]] == ["death"]
    assert len(case_system.handoffs) == 2


async def test_what_a_designer_hands_over_without_a_path_has_a_reason_too(
    case_system: CaseSystem,
):
    told = await Debtor("SE-1001").says("ask_payment_order", HandOver())
    assert names(told) == ["handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["other"]
