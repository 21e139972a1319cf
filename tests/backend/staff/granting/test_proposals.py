"""What the desk says of the wishes about a case is what is so."""

from typing import Any

from tests.backend.conversations.fixtures import Visitor
from tests.backend.staff.granting.grantor import Grantor
from tests.backend.staff.granting.test_agreeing import button


async def proposal(agent: Grantor) -> dict[str, Any]:
    """The only one."""
    [found] = (await agent.reads())["proposals"]
    return dict(found)


async def test_what_waits_for_a_supervisor_is_not_said_to_be_offered(
    agent: Grantor, supervisor: Grantor
) -> None:
    offer = await agent.makes(amount=10_000)
    standing = (await proposal(agent))["by_person"]
    assert (standing["state"], standing["needs_role"]) == ("waiting", "supervisor")
    assert standing["made_by"]["name"] == "Agent Ek"
    await supervisor.decides(offer, False)
    standing = (await proposal(agent))["by_person"]
    assert (standing["state"], standing["decided_by"]["name"]) == ("refused", "Supervisor Ek")


async def test_it_goes_with_the_offer_to_the_yes(agent: Grantor, debtor: Visitor) -> None:
    offer = await agent.makes(amount=15_000)
    assert (await proposal(agent))["by_person"]["state"] == "ready"
    await agent.does(offer, "send")
    assert (await proposal(agent))["by_person"]["state"] == "sent"
    await debtor.sends("Ja", await button(debtor))
    assert (await proposal(agent))["by_person"]["state"] == "agreed"
