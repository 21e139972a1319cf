"""Hardship: acknowledged in a line, then what can be done, then advice; and no form asks meanwhile."""

import httpx
import pytest

from actions.plan.asking import AskPlanDecision
from actions.plan.validating import ValidatePlanForm
from actions.trouble.care import Hardship
from actions.turn import LISTEN
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, buttons, names

#: The bodies of each country that give free advice.
ADVISERS = [
    ("SE-1001", "se-energi", "sv", ["Kommunal budget- och skuldrådgivning", "hallakonsument.se"]),
    ("NO-1001", "no-mobil", "nb", ["NAV økonomirådgivning", "55 55 33 39"]),
    ("DK-1001", "dk-fitness", "da", ["Forbrugerrådet Tænk", "Den Sociale Retshjælp"]),
    ("FI-1001", "fi-kauppa", "fi", ["0295 660 123", "Takuusäätiö Velkalinja", "0800 98009"]),
    ("FI-1001", "fi-kauppa", "sv", ["Ekonomi- och skuldrådgivningen", "0800 98009"]),
    ("IS-1001", "is-tryggingar", "is", ["Umboðsmaður skuldara", "512 6600"]),
]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_acknowledged_then_eased_then_advised(case_system: CaseSystem, language: str):
    told = await Debtor("SE-1001", language).says("report_hardship", Hardship())
    assert names(told) == ["hardship", "hardship_ways", "hardship_advice"]
    assert buttons(told) == ["request_plan", "request_deferral", "person"]


@pytest.mark.parametrize(("case", "client", "language", "named"), ADVISERS)
async def test_the_country_s_own_advisers_are_named(
    case_system: CaseSystem, case: str, client: str, language: str, named: list[str]
):
    told = await Debtor(case, language, client).says("report_hardship", Hardship())
    assert all(name in told[-1]["written"] for name in named), told[-1]["written"]


async def test_a_plan_that_runs_can_skip_shrink_and_move(
    case_system: CaseSystem,
    api: httpx.AsyncClient,  # noqa: F811
):
    offers = await api.post("/api/cases/SE-1001/plan-offers", json={"amount": 50000})
    offer = offers.json()["offers"][0]["id"]
    await api.post(f"/api/plan-offers/{offer}/accept", json={"case": "SE-1001"})
    told = await Debtor("SE-1001").says("report_hardship", Hardship())
    assert buttons(told) == ["skip_one", "smaller_instalments", "another_day", "person"]


async def test_where_only_a_person_may_decide_nothing_else_is_promised(case_system: CaseSystem):
    told = await Debtor("SE-1005").says("report_hardship", Hardship())
    assert told[1]["ways"] == "person"
    assert buttons(told) == ["person"]


async def test_inside_a_form_the_form_waits_and_its_offer_can_be_made_smaller(
    case_system: CaseSystem,
):
    debtor = Debtor("SE-1001")
    await debtor.says("propose_terms", ValidatePlanForm(), AskPlanDecision(), amount=500)
    debtor.form = "plan_form"
    told = await debtor.says("report_hardship", Hardship())
    assert buttons(told) == ["less_a_month", "request_deferral", "back_to_plan", "person"]
    assert debtor.follows == LISTEN, "the form asks for nothing in the same breath"
    assert debtor.slots["plan_outcome"], "and keeps what was said"


async def test_a_stranger_gets_the_advice_and_no_hint_of_a_case(case_system: CaseSystem):
    told = await Debtor(None).says("report_hardship", Hardship())
    assert names(told) == ["hardship_general"]
