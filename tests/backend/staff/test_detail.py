"""What an agent sees of a conversation."""

from datetime import date

import httpx

from backend.agreements.models import PlanRequest, RequestOutcome
from backend.cases.kinds import EntryKind, InterestBasis
from backend.cases.models import LedgerEntry
from backend.cases.repository import get_case
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


async def identified(http: httpx.AsyncClient, house: Services) -> Visitor:
    await a_case(house.database, "L-1", first_name="Alva")
    token = make_payment_page_token(house.settings, "lind", "L-1")
    return await Visitor.arrives(http, token=token)


async def test_an_agent_reads_all_that_was_said_and_understood(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej")
    await hand_over(http, visitor)
    detail = (await alm.reads(visitor)).json()
    assert [message["text"] for message in detail["messages"]][1:] == ["hej", "You said: hej"]
    assert detail["messages"][1]["understood"]["intent"] == "inform"
    assert detail["messages"][2]["understood"] is None
    assert detail["conversation"]["mode"] == "queue"
    assert detail["summary"][0] == "Asked for a person"
    assert (detail["case"], detail["proposals"]) == (None, [])


async def test_an_agent_sees_the_case_and_the_rules_in_the_own_language(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor)
    case = (await lind_only.reads(visitor)).json()["case"]
    assert case["debtor"] == {"name": "Alva Sparv", "kind": "consumer"}
    assert case["balance"]["total"] == 486_000
    assert case["ledger"] == [
        {"at": "2026-09-02", "kind": "principal", "amount": 486_000, "text": "El i augusti"}
    ]
    assert (case["status"], case["plan"], case["holds"]) == ("open", None, [])
    rules = {rule["name"]: rule["value"].replace("\u00a0", " ") for rule in case["rules"]}
    assert rules["Minsta delbetalning"] == "300,00 kr"
    assert rules["Flest delbetalningar"] == "12 delbetalningar"
    assert rules["Första betalningen senast"].endswith("2026")


async def test_an_agent_sees_each_fee_with_its_ceiling_the_interest_and_where_payments_went(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    async with house.database.transaction() as session:
        case = await get_case(session, "L-1")
        case.interest_basis, case.interest_running = InterestBasis.AGREED, True
        case.interest_rate = "10"
        for kind, amount, fee in (
            (EntryKind.FEE, 6_000, "reminder"),
            (EntryKind.PAYMENT, -10_000, None),
        ):
            session.add(
                LedgerEntry(
                    case_reference="L-1",
                    booked_on=date(2026, 11, 1),
                    kind=kind,
                    amount=amount,
                    text="-",
                    fee=fee,
                )
            )
    await hand_over(http, visitor)
    balance = (await lind_only.reads(visitor)).json()["case"]["balance"]
    [fee] = balance["fees"]
    assert (fee["amount"], fee["ceiling"]["amount"], fee["paid"]) == (6_000, 6_000, 6_000)
    assert fee["ceiling"]["source"]
    [payment] = balance["payments"]
    assert sum(payment["allocated"].values()) == payment["amount"] == 10_000
    segments = balance["interest"]["segments"]
    assert [segment["rate"] for segment in segments] == ["10"] * len(segments)
    assert (balance["on"], segments[-1]["to"]) == ("2026-11-25", "2026-11-25")


async def test_an_agent_sees_what_was_wished_for_and_why_not(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    async with house.database.transaction() as session:
        reason = {"rule": "instalment_at_least", "limit": 30_000, "wished": 10_000}
        session.add(
            PlanRequest(
                id="r1",
                case_reference="L-1",
                terms={"amount": 10_000},
                outcome=RequestOutcome.COUNTER,
                reasons=[reason],
                rules_version="1",
            )
        )
    await hand_over(http, visitor)
    [proposal] = (await lind_only.reads(visitor)).json()["proposals"]
    assert (proposal["outcome"], proposal["terms"]) == ("counter", {"amount": 10_000})
    assert proposal["by_person"] is None
    assert "300,00" in proposal["reasons"][0]


async def test_a_conversation_that_was_never_handed_over_is_nobodys_to_read(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    assert (await alm.reads(visitor)).status_code == 404
    assert (await alm.does(visitor, "take")).status_code == 404
