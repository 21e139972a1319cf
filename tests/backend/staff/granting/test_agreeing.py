"""An offer of a person is sent and agreed, in the chat or on the phone."""

from typing import Any

from sqlalchemy import select

from backend.agreements.evidence import DeferralEvidence
from backend.agreements.models import AgreedPlan, Deferral
from backend.audit.models import AuditRow
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.staff.granting.grantor import Grantor, kind_of


async def button(debtor: Visitor) -> str:
    """The payload of the newest button."""
    messages = (await debtor.reads())["messages"]
    return str([m["buttons"][0]["payload"] for m in messages if m["buttons"]][-1])


async def plans(house: Services) -> list[AgreedPlan]:
    async with house.database.transaction() as session:
        return list(await session.scalars(select(AgreedPlan).order_by(AgreedPlan.agreed_at)))


async def acts(house: Services) -> list[str]:
    async with house.database.transaction() as session:
        return list(await session.scalars(select(AuditRow.act).order_by(AuditRow.seq)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


async def test_what_is_sent_is_said_by_the_person_with_the_plan_and_a_button(
    agent: Grantor, debtor: Visitor
) -> None:
    assert (await agent.does(await agent.makes(amount=15_000), "send")).status_code == 200
    first, last = (await debtor.reads())["messages"][-2:]
    assert (first["sender"], first["name"]) == ("agent", "Agent")
    assert plain(first["text"]).startswith("Du betalar 150,00 kr varje månad")
    assert (first["card"]["status"], first["card"]["instalments"]) == ("offered", 33)
    assert last["text"].endswith("Ska vi bestämma det?")
    assert [one["title"] for one in last["buttons"]] == ["Ja, vi bestämmer det"]
    assert await agent.states() == ["sent"]


async def test_sent_again_it_is_said_once(agent: Grantor, debtor: Visitor) -> None:
    offer = await agent.makes(amount=15_000)
    first, again = await agent.does(offer, "send"), await agent.does(offer, "send")
    assert first.json() == again.json()
    said = [plain(line) for line in await debtor.transcript()]
    assert sum(line.startswith("Du betalar 150,00 kr") for line in said) == 1


async def test_the_debtors_yes_agrees_it_while_the_assistant_is_silent(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    await agent.does(await agent.makes(amount=15_000), "send")
    answer = (await debtor.sends("Ja", await button(debtor))).json()
    [agreed] = answer["messages"]
    assert plain(agreed["text"]).startswith("Då är det bestämt. Nästa betalning är 150,00 kr")
    assert (agreed["card"]["status"], answer["mode"]) == ("agreed", "agent")
    [plan] = await plans(generous)
    assert (plan.id, plan.instalment) == (agreed["card"]["id"], 15_000)
    assert await agent.states() == ["agreed"]


async def test_pressed_twice_there_is_one_plan(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    await agent.does(await agent.makes(amount=15_000), "send")
    payload = await button(debtor)
    await debtor.sends("Ja", payload, id="m-1")
    await debtor.sends("Ja", payload, id="m-1")
    await debtor.sends("Ja", payload, id="m-2")
    assert len(await plans(generous)) == 1


async def test_the_words_that_were_said_are_kept_with_the_plan(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    offer = await agent.makes(amount=15_000)
    await agent.does(offer, "send")
    await debtor.sends("Ja", await button(debtor))
    [plan] = await plans(generous)
    assert plan.evidence["shown"] == {"language": "sv", "lines": offer["words"]}
    assert (plan.evidence["made_by"], plan.evidence["role"]) == (agent.id, "agent")


async def test_on_the_phone_it_is_agreed_with_the_words_that_were_read_out(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    offer = await agent.makes(amount=15_000)
    first = await agent.does(offer, "accept")
    again = await agent.does(offer, "accept")
    assert (first.json()["state"], again.json()["state"]) == ("agreed", "agreed")
    [plan] = await plans(generous)
    assert plan.evidence["shown"]["lines"] == offer["words"]
    said = await debtor.transcript()
    assert sum(line.startswith("Då är det bestämt.") for line in said) == 1
    assert (await acts(generous)).count("offer.agreed_by_phone") == 1


async def test_an_offer_of_before_another_plan_no_longer_counts(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    await agent.does(await agent.makes(amount=15_000), "send")
    old = await button(debtor)
    await agent.does(await agent.makes(amount=20_000), "accept")
    [answer] = (await debtor.sends("Ja", old)).json()["messages"]
    assert answer["text"].startswith("Det förslaget gäller inte längre")
    assert len(await plans(generous)) == 1


async def test_a_running_plan_is_paused_within_the_agents_limits(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    await agent.does(await agent.makes(amount=50_000), "accept")
    seen = await agent.looks("pause", instalments=2)
    assert seen["granted_by"] == "limits"
    await agent.does(await agent.makes("pause", instalments=2), "send")
    text = plain((await debtor.reads())["messages"][-2]["text"])
    assert text.startswith("Du hoppar över 2 delbetalningar.")
    await debtor.sends("Ja", await button(debtor))
    # Both of one moment: the day of the tests stands still.
    assert {plan.status.value for plan in await plans(generous)} == {"replaced", "agreed"}


async def test_more_time_is_granted_and_written(
    agent: Grantor, debtor: Visitor, generous: Services
) -> None:
    assert (await agent.looks("deferral", until="2026-12-08"))["granted_by"] == "rules"
    assert (await agent.looks("deferral", until="2026-12-22"))["granted_by"] == "limits"
    counter = await agent.looks("deferral", until="2027-06-01")
    assert (counter["outcome"], counter["offers"][0]["schedule"][0]["due"]) == (
        "counter",
        "2026-12-23",
    )
    await agent.does(await agent.makes("deferral", until="2026-12-22"), "send")
    first = (await debtor.reads())["messages"][-2]
    assert (first["text"].startswith("Du kan vänta"), first["card"]) == (True, None)
    [answer] = (await debtor.sends("Ja", await button(debtor))).json()["messages"]
    assert answer["card"] == {"type": "deferral", "until": "2026-12-22"}
    await debtor.sends("Ja", await button(debtor))
    async with generous.database.transaction() as session:
        [written] = await session.scalars(select(Deferral))
    assert written.until.isoformat() == "2026-12-22"
    kept = DeferralEvidence.model_validate(written.evidence)
    assert [notice.code for notice in kept.notices] == ["limitation_renewed"]
    assert kept.shown is not None
    assert "erkänner du skulden" in " ".join(kept.shown.lines)
    assert kept.made_by is not None


async def test_only_who_has_the_conversation_may_send_and_agree(
    agent: Grantor, supervisor: Grantor
) -> None:
    offer = await agent.makes(amount=15_000)
    for what in ("send", "accept"):
        assert kind_of(await supervisor.does(offer, what)) == (409, "not-taken-by-you")


async def test_an_offer_that_is_not_there_is_not_there(agent: Grantor) -> None:
    nothing: dict[str, Any] = {"id": "nothing"}
    for what in ("send", "accept"):
        assert kind_of(await agent.does(nothing, what)) == (404, "not-found")
