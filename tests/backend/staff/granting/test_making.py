"""What a person may agree, by the rules and beyond them, and what is kept of it."""

import pytest
from sqlalchemy import func, select, update

from backend.agreements.models import PlanOffer, PlanRequest
from backend.conversations.models import Conversation
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.staff.granting.grantor import Grantor, kind_of


async def test_what_the_rules_allow_needs_nobody(agent: Grantor) -> None:
    answer = await agent.looks(amount=50_000)
    assert (answer["outcome"], answer["granted_by"], answer["needs_role"]) == (
        "offer",
        "rules",
        None,
    )
    [offer] = answer["offers"]
    assert (offer["instalment"], offer["total"]) == (50_000, 486_000)
    assert offer["compared"]["today"] == 486_000
    assert sum(payment["amount"] for payment in offer["schedule"]) == 486_000


async def test_an_agent_may_go_as_far_beyond_the_rules_as_the_limits_say(agent: Grantor) -> None:
    answer = await agent.looks(amount=15_000)
    assert (answer["outcome"], answer["granted_by"]) == ("offer", "limits")
    assert answer["offers"][0]["instalments"] == 33


async def test_beyond_the_own_limits_it_names_the_role_that_may(agent: Grantor) -> None:
    answer = await agent.looks(amount=10_000)
    assert (answer["outcome"], answer["granted_by"]) == ("offer", "role")
    assert answer["needs_role"] == "supervisor"


async def test_beyond_all_limits_it_is_countered_with_the_nearest_that_this_one_may(
    agent: Grantor,
) -> None:
    answer = await agent.looks(amount=5_000)
    assert (answer["outcome"], answer["granted_by"]) == ("counter", None)
    assert answer["offers"][0]["instalment"] == 15_000
    assert "150,00" in answer["reasons"][0]["text"]


async def test_a_supervisor_needs_nobody_for_the_same(supervisor: Grantor) -> None:
    await supervisor.takes()
    assert (await supervisor.looks(amount=10_000))["granted_by"] == "limits"


async def test_a_settlement_that_only_supervisors_may_grant(agent: Grantor) -> None:
    answer = await agent.looks("settlement", amount=400_000)
    assert answer["needs_role"] == "supervisor"
    assert answer["offers"][0]["forgiven"] == 86_000
    assert (await agent.looks("settlement", amount=100_000))["outcome"] == "referral"


async def test_a_settlement_while_a_plan_runs_takes_its_place(
    supervisor: Grantor, generous: Services, debtor: Visitor
) -> None:
    await supervisor.takes()
    await supervisor.does(await supervisor.makes(amount=50_000), "accept")
    before = (await supervisor.reads())["case"]["plan"]["id"]
    offer = await supervisor.makes("settlement", amount=400_000)
    assert (offer["forgiven"], offer["words"][1][:26]) == (86_000, "Det ersätter planen som du")
    assert (await supervisor.does(offer, "accept")).status_code == 200
    case = (await supervisor.reads())["case"]
    assert (case["plan"]["kind"], case["plan"]["replaces"]) == ("settlement", before)
    assert (case["status"], case["balance"]["total"]) == ("plan", 486_000)


async def test_a_second_plan_while_one_runs_is_a_change_of_it(agent: Grantor) -> None:
    await agent.does(await agent.makes(amount=50_000), "accept")
    answer = await agent.looks(amount=60_000)
    assert (answer["outcome"], answer["offers"]) == ("referral", [])


async def test_looking_keeps_nothing(agent: Grantor, generous: Services) -> None:
    for amount in (50_000, 15_000, 10_000):
        [offer] = (await agent.looks(amount=amount))["offers"]
        assert offer["id"] is None
    async with generous.database.transaction() as session:
        for table in (PlanOffer, PlanRequest):
            assert await session.scalar(select(func.count()).select_from(table)) == 0
    assert await agent.states() == []


async def test_the_debtor_hears_nothing_of_an_offer_that_is_made(
    agent: Grantor, debtor: Visitor
) -> None:
    said = await debtor.transcript()
    offer = await agent.makes(amount=15_000)
    assert offer["id"]
    assert await agent.states() == ["ready"]
    assert await debtor.transcript() == said


async def test_the_words_are_in_the_debtors_language_and_the_reasons_in_the_agents(
    agent: Grantor,
) -> None:
    answer = await agent.looks(amount=5_000)
    words = [line.replace("\u00a0", " ") for line in answer["offers"][0]["words"]]
    assert words[0].startswith("Du betalar 150,00 kr varje månad, i 33 delbetalningar.")
    assert any("Om du säger ja erkänner du skulden." in line for line in words)
    assert words[-1] == "Ska vi bestämma det?"
    assert answer["reasons"][0]["text"].startswith("The smallest")


async def test_only_what_was_looked_at_is_made(agent: Grantor) -> None:
    keep = [{"due": "2026-12-28", "amount": 1}]
    refused = await agent.asks("plan", terms={"amount": 50_000}, keep=keep)
    assert kind_of(refused) == (409, "offer-changed")
    assert await agent.states() == []


async def test_made_again_it_is_the_same_offer(agent: Grantor) -> None:
    first, again = await agent.makes(amount=15_000), await agent.makes(amount=15_000)
    assert first["id"] == again["id"]
    assert await agent.states() == ["ready"]


async def test_only_who_has_the_conversation_may_look_and_make(
    agent: Grantor, supervisor: Grantor
) -> None:
    assert kind_of(await supervisor.asks("plan", terms={})) == (409, "not-taken-by-you")


async def test_nobody_is_asked_who_may_not_approve(
    agent: Grantor, supervisor: Grantor, generous: Services
) -> None:
    await agent.does(await agent.makes(amount=50_000), "accept")
    assert (await agent.looks("pause", instalments=2))["granted_by"] == "limits"
    async with generous.database.transaction() as session:
        taken = update(Conversation).where(Conversation.id == agent.debtor.id)
        await session.execute(taken.values(agent=supervisor.id))
    answer = await supervisor.looks("pause", instalments=2)
    assert (answer["outcome"], answer["needs_role"]) == ("counter", None)


async def test_without_a_plan_there_is_nothing_to_change(agent: Grantor) -> None:
    for kind in ("change", "pause"):
        assert kind_of(await agent.asks(kind, terms={})) == (409, "no-plan-runs")


@pytest.mark.parametrize(
    "body", [{"kind": "gift"}, {"terms": {}}, {"kind": "pause", "terms": {"instalments": 0}}]
)
async def test_a_wish_of_no_shape_is_refused(agent: Grantor, body: dict[str, object]) -> None:
    refused = await agent.http.post(
        f"/api/staff/conversations/{agent.debtor.id}/plan-offers", json=body
    )
    assert kind_of(refused) == (422, "invalid")


async def test_terms_that_cannot_be_meant_are_refused(agent: Grantor) -> None:
    refused = await agent.asks("plan", terms={"day_of_month": 40})
    assert kind_of(refused) == (422, "terms-wrong")
