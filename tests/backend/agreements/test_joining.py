"""One plan over all of a debtor's cases: offered, agreed and undone as one."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from backend.agreements.accepting import accept
from backend.agreements.evidence import Evidence
from backend.agreements.models import AgreedPlan
from backend.agreements.reckoning import reckon_again
from backend.agreements.repository import get_plan
from backend.cases.kinds import EntryKind, InterestBasis
from backend.cases.models import LedgerEntry
from backend.cases.repository import get_case
from backend.problems import Problem
from backend.services import Services
from tests.backend.agreements.house import caller
from tests.backend.agreements.rules import with_rules
from tests.backend.cases.house import DEMO_DAY

#: Owed in the two cases of one debtor: in the first 2 040.00, in the second 2 145.00.
FIRST, SECOND = 204000, 214500
SHOWN = {"language": "sv", "lines": ["En plan för båda.", "Ska vi bestämma det?"]}


async def asked(api: httpx.AsyncClient, case: str = "SE-1007", **terms: object) -> dict:
    headers = {"Accept-Language": "sv"}
    answer = await api.post(f"/api/cases/{case}/joint-offers", json=terms, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def agreed(api: httpx.AsyncClient, **terms: object) -> dict:
    offer = (await asked(api, **terms))["offers"][0]
    answer = await api.post(f"/api/plan-offers/{offer['id']}/accept", json={"shown": SHOWN})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def case_of(api: httpx.AsyncClient, reference: str) -> dict:
    return (await api.get(f"/api/cases/{reference}")).json()


async def plans(services: Services) -> int:
    count = select(func.count()).where(AgreedPlan.case_reference.in_(("SE-1007", "SE-1008")))
    async with services.database.transaction() as session:
        return await session.scalar(count) or 0


async def test_one_offer_covers_both_cases_with_one_sum_a_month(api: httpx.AsyncClient):
    answer = await asked(api, amount=100000)
    (offer,) = answer["offers"]
    assert (answer["outcome"], answer["left_out"]) == ("offer", [])
    assert (offer["total"], offer["instalment"], offer["instalments"]) == (418500, 100000, 5)
    compared = offer["compared"]
    assert (compared["today"], compared["plan"], compared["waiting"]) == (418500, 418500, 418500)


async def test_each_date_tells_what_goes_to_which_case(api: httpx.AsyncClient):
    (offer,) = (await asked(api, amount=100000))["offers"]
    parts = [[tuple(part.values()) for part in one["parts"]] for one in offer["joint"]["schedule"]]
    assert parts == [
        [("SE-1007", 100000)],
        [("SE-1007", 100000)],
        [("SE-1007", 4000), ("SE-1008", 96000)],
        [("SE-1008", 100000)],
        [("SE-1008", 18500)],
    ]
    dues = [one["due"] for one in offer["schedule"]]
    assert [one["due"] for one in offer["joint"]["schedule"]] == dues
    first, second = offer["joint"]["shares"]
    assert (first["case"], first["total"], second["case"], second["total"]) == (
        "SE-1007",
        FIRST,
        "SE-1008",
        SECOND,
    )
    assert first["reference"] != second["reference"]
    assert (first["first_due"], second["first_due"]) == (dues[0], dues[2])


async def test_it_is_the_same_whichever_of_the_cases_asks(api: httpx.AsyncClient):
    (here,) = (await asked(api, "SE-1007", amount=100000))["offers"]
    (there,) = (await asked(api, "SE-1008", amount=100000))["offers"]
    assert here["joint"]["schedule"] == there["joint"]["schedule"]


async def test_what_a_yes_does_to_the_limitation_is_said_of_each_case(api: httpx.AsyncClient):
    (offer,) = (await asked(api))["offers"]
    (notice,) = offer["notices"]
    assert notice["text"].startswith("Det här gäller varje ärende: ")
    assert "21 november 2029" in notice["text"]


async def test_a_sum_below_the_rules_is_countered(api: httpx.AsyncClient):
    answer = await asked(api, amount=1000)
    assert answer["outcome"] == "counter"
    assert answer["reasons"]
    assert all(offer["joint"] and offer["total"] == 418500 for offer in answer["offers"])


async def test_terms_that_cannot_be_meant_are_refused(api: httpx.AsyncClient):
    answer = await api.post("/api/cases/SE-1007/joint-offers", json={"amount": -1})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/terms-wrong")


async def test_one_yes_makes_a_plan_in_each_case(api: httpx.AsyncClient):
    plan = await agreed(api, amount=100000)
    assert (plan["case"], plan["total"], plan["joint"]["total"]) == ("SE-1007", FIRST, 418500)
    first, second = await case_of(api, "SE-1007"), await case_of(api, "SE-1008")
    assert (first["status"], second["status"]) == ("plan", "plan")
    assert first["plan"] == plan
    assert second["plan"]["total"] == SECOND
    assert second["plan"]["joint"] == plan["joint"]
    assert second["plan"]["next"]["due"] == plan["joint"]["schedule"][2]["due"]


async def test_the_evidence_is_kept_with_each_of_them(api: httpx.AsyncClient, seeded: Services):
    await agreed(api, amount=100000)
    for reference, balance in (("SE-1007", FIRST), ("SE-1008", SECOND)):
        plan = (await case_of(api, reference))["plan"]
        async with seeded.database.transaction() as session:
            stored = await get_plan(session, plan["id"])
            kept = Evidence.model_validate(stored.evidence)
            client = seeded.clients.get("se-energi")
            assert (await reckon_again(session, stored, client)).is_same
        assert (kept.claim["balance"], kept.with_cases) == (balance, ["SE-1007", "SE-1008"])
        assert kept.shown is not None
        assert kept.shown.model_dump() == SHOWN


async def test_accepting_again_changes_nothing(api: httpx.AsyncClient, seeded: Services):
    (offer,) = (await asked(api))["offers"]
    path = f"/api/plan-offers/{offer['id']}/accept"
    answers = [await api.post(path) for _ in range(3)]
    assert answers[0].json() == answers[1].json() == answers[2].json()
    assert await plans(seeded) == 2


async def test_many_yeses_from_both_cases_at_once_make_one_plan_in_each(
    api: httpx.AsyncClient, seeded: Services
):
    offers = [
        (await asked(api, case, amount=100000))["offers"][0]["id"]
        for case in ("SE-1007", "SE-1008")
    ]
    sent = [api.post(f"/api/plan-offers/{offer}/accept") for offer in offers * 10]
    answers = await asyncio.gather(*sent)
    assert sorted(answer.status_code for answer in answers) == [200] * 10 + [409] * 10
    assert await plans(seeded) == 2


async def test_all_or_none_when_one_of_them_has_changed(api: httpx.AsyncClient, seeded: Services):
    (offer,) = (await asked(api))["offers"]
    payment = LedgerEntry(
        case_reference="SE-1008",
        booked_on=DEMO_DAY,
        kind=EntryKind.PAYMENT,
        amount=-10000,
        text="Inbetalning",
    )
    async with seeded.database.transaction() as session:
        session.add(payment)
    answer = await api.post(f"/api/plan-offers/{offer['id']}/accept")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/balance-changed")
    assert await plans(seeded) == 0
    assert (await case_of(api, "SE-1007"))["status"] == "open"


async def test_all_or_none_when_one_of_them_got_a_plan_of_its_own(
    api: httpx.AsyncClient, seeded: Services
):
    (offer,) = (await asked(api))["offers"]
    other = (await api.post("/api/cases/SE-1008/plan-offers", json={})).json()["offers"][0]
    await api.post(f"/api/plan-offers/{other['id']}/accept")
    answer = await api.post(f"/api/plan-offers/{offer['id']}/accept")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/plan-exists")
    assert await plans(seeded) == 1


async def test_an_expired_offer_agrees_nothing(api: httpx.AsyncClient, seeded: Services):
    (offer,) = (await asked(api))["offers"]
    client = seeded.clients.get("se-energi")
    too_late = seeded.clock.now(client.zone) + timedelta(hours=38)
    with pytest.raises(Problem) as raised:
        await accept(seeded.database, client, offer["id"], too_late)
    assert raised.value.kind == "offer-expired"
    assert await plans(seeded) == 0


async def test_an_undo_undoes_both_whichever_is_named(seeded: Services):
    patient = with_rules(seeded, "se-energi", {"fees": {"plan": 170}}, undo_within_days=14)
    async with caller(patient) as api:
        plan = await agreed(api)
        assert plan["can"]["undo"]
        assert plan["joint"]["total"] == FIRST + SECOND + 17000
        other = (await case_of(api, "SE-1008"))["plan"]["id"]
        undone = await api.post(f"/api/plans/{other}/undo")
        assert undone.json()["status"] == "undone"
        again = await api.post(f"/api/plans/{plan['id']}/undo")
        assert again.json()["status"] == "undone"
        for reference, owed in (("SE-1007", FIRST), ("SE-1008", SECOND)):
            case = await case_of(api, reference)
            assert (case["status"], case["plan"]) == ("open", None)
            assert case["balance"]["total"] == owed


async def test_a_part_that_was_changed_keeps_the_whole_from_being_undone(seeded: Services):
    flexible = with_rules(
        seeded, "se-energi", {"change": {"at_most_times": 2}}, undo_within_days=14
    )
    async with caller(flexible) as api:
        plan = await agreed(api)
        other = (await case_of(api, "SE-1008"))["plan"]["id"]
        path = f"/api/plans/{other}/change-offers"
        change = (await api.post(path, json={"amount": 50000})).json()["offers"][0]
        changed = await api.post(f"/api/plan-offers/{change['id']}/accept")
        assert changed.status_code == 200
        assert (await case_of(api, "SE-1007"))["plan"]["can"]["undo"] is False
        answer = await api.post(f"/api/plans/{plan['id']}/undo")
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/undo-too-late")
        assert (await case_of(api, "SE-1008"))["status"] == "plan"


async def test_a_disputed_case_is_left_out_with_the_reason(api: httpx.AsyncClient):
    await api.post("/api/cases/SE-1008/disputes", json={"text": "Det stämmer inte."})
    answer = await asked(api)
    assert (answer["outcome"], answer["offers"]) == ("referral", [])
    (left_out,) = answer["left_out"]
    assert (left_out["case"], left_out["rule"]) == ("SE-1008", "disputed")
    assert left_out["text"]


async def test_a_third_case_that_cannot_be_in_it_leaves_the_other_two(
    api: httpx.AsyncClient, seeded: Services
):
    async with seeded.database.transaction() as session:
        third = await get_case(session, "SE-1001")
        third.debtor_id = (await get_case(session, "SE-1007")).debtor_id
    await api.post("/api/cases/SE-1001/disputes", json={"text": "Det stämmer inte."})
    answer = await asked(api)
    assert [one["case"] for one in answer["left_out"]] == ["SE-1001"]
    shares = answer["offers"][0]["joint"]["shares"]
    assert [share["case"] for share in shares] == ["SE-1007", "SE-1008"]


async def test_interest_that_would_run_on_is_a_plan_of_its_own(seeded: Services):
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1008")
        case.interest_basis, case.interest_rate, case.interest_running = (
            InterestBasis.AGREED,
            "12",
            True,
        )
    running = with_rules(seeded, "se-energi", {"interest": "runs"})
    async with caller(running) as api:
        answer = await asked(api)
    assert answer["outcome"] == "referral"
    assert [reason["rule"] for reason in answer["reasons"]] == ["interest_runs"]


async def test_one_case_alone_is_no_plan_over_several(api: httpx.AsyncClient):
    answer = await asked(api, "SE-1001")
    assert answer["outcome"] == "referral"
    assert [reason["rule"] for reason in answer["reasons"]] == ["no_other_case"]


async def test_a_payment_pays_only_its_own_case(api: httpx.AsyncClient):
    plan = await agreed(api, amount=100000)
    body = {"id": "bg-1", "amount": 100000, "paid_on": str(DEMO_DAY)}
    assert (await api.post("/api/cases/SE-1007/payments", json=body)).status_code == 200
    first, second = await case_of(api, "SE-1007"), await case_of(api, "SE-1008")
    assert first["plan"]["next"]["due"] == plan["schedule"][1]["due"]
    assert second["plan"]["left"] == second["plan"]["instalments"]
