"""Whoever wrote to a telephone sees at the desk whether it has come through, and if not, why."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from backend.channels.models import Contact, Delivery
from backend.clock import utc_now
from backend.live.line import Line
from tests.backend.channels.fixtures import Phone, Product
from tests.backend.channels.test_with_a_person import (
    A_DAY_AND_MORE,
    agent,
    asks_for_a_person,
    does,
    says,
)
from tests.backend.staff.people import Somebody

__all__ = ["agent"]

WAITS = {"state": "waiting", "why": "window", "hours": 24}


async def at_the_desk(agent: Somebody, product: Product) -> dict[str, Any]:
    """What of ours has not come through, by the text."""
    answer = await agent.http.get(f"/api/staff/conversations/{(await product.conversation()).id}")
    messages = answer.json()["messages"]
    return {it["text"]: it["undelivered"] for it in messages if it["undelivered"]}


async def writes_to(phone: Phone, agent: Somebody, product: Product, *texts: str) -> None:
    """Takes the conversation on the phone, and writes."""
    await asks_for_a_person(phone, product)
    await does(agent, product, "take")
    await phone.reads()
    for text in texts:
        await says(agent, product, text)


def told(line: Line) -> list[Any]:
    """What the desk's live line has been told of deliveries."""
    events = [it.event for it in line.after(0) or ()]
    return [it["undelivered"] for it in events if it["type"] == "delivery"]


async def test_what_waits_for_the_debtor_is_marked_until_it_is_sent(
    product: Product, agent: Somebody
) -> None:
    phone = product.phone("whatsapp")
    await writes_to(phone, agent, product)
    await product.changes(Contact, heard_at=utc_now() - A_DAY_AND_MORE)
    await says(agent, product, "Vi har rättat fakturan.")
    await says(agent, product, "Den nya kommer i posten.")
    assert await phone.reads() == []
    waiting = {"Vi har rättat fakturan.": WAITS, "Den nya kommer i posten.": WAITS}
    assert await at_the_desk(agent, product) == waiting
    await phone.writes("hallå?")
    assert await at_the_desk(agent, product) == {}
    assert told(product.house.hub.line) == [WAITS, None, None]


async def test_who_writes_hears_at_once_that_it_waits(product: Product, agent: Somebody) -> None:
    phone = product.phone("whatsapp")
    await writes_to(phone, agent, product)
    await product.changes(Contact, heard_at=utc_now() - A_DAY_AND_MORE)
    path = f"/api/staff/conversations/{(await product.conversation()).id}/messages"
    for _ in range(2):
        answer = await agent.http.post(path, json={"id": "once", "text": "Hej!"})
        assert answer.json()["undelivered"] == WAITS


@pytest.mark.parametrize(
    ("channel", "refusal", "why"),
    [
        ("whatsapp", "undeliverable", "unreachable"),
        ("whatsapp", "window_closed", "late"),
        ("telegram", "blocked", "unreachable"),
        ("telegram", "wrong_markup", "not_taken"),
        ("sms", "wrong_number", "unreachable"),
        ("sms", "opted_out", "stopped"),
    ],
)
async def test_what_is_refused_for_good_says_why(
    product: Product, agent: Somebody, channel: str, refusal: str, why: str
) -> None:
    phone = product.phone(channel)
    await writes_to(phone, agent, product)
    await product.orders(channel, refusal)
    await says(agent, product, "Hej!")
    assert await phone.reads() == []
    hours = 24 if channel == "whatsapp" else None
    failed = {"state": "failed", "why": why, "hours": hours}
    assert await at_the_desk(agent, product) == {"Hej!": failed}
    assert told(product.house.hub.line) == [failed]


async def test_what_is_tried_again_is_marked_meanwhile(product: Product, agent: Somebody) -> None:
    phone = product.phone("whatsapp")
    await writes_to(phone, agent, product)
    await product.orders("whatsapp", "server_error")
    await says(agent, product, "Hej!")
    assert await phone.reads() == []
    trouble = {"state": "waiting", "why": "trouble", "hours": 24}
    assert await at_the_desk(agent, product) == {"Hej!": trouble}


async def test_what_the_channel_tells_of_later_is_told_too(
    product: Product, agent: Somebody
) -> None:
    phone = product.phone("whatsapp")
    await writes_to(phone, agent, product, "Hej!")
    assert len(await phone.reads()) == 1
    sent = (await product.deliveries())[-1].provider_id
    async with product.house.database.transaction() as session:
        # The double tells at once that it has arrived; here it has not yet.
        await session.execute(
            update(Delivery).where(Delivery.provider_id == sent).values(state="sent")
        )
    status = {"id": sent, "recipient_id": "1", "status": "failed", "errors": [{"code": 131026}]}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"phone_number_id": "106540352242922"},
        "statuses": [status],
    }
    entry = [{"changes": [{"field": "messages", "value": value}]}]
    content = json.dumps({"object": "whatsapp_business_account", "entry": entry}).encode()
    assert (await product.posts("whatsapp", content)).status_code == 200
    failed = {"state": "failed", "why": "unreachable", "hours": 24}
    assert await at_the_desk(agent, product) == {"Hej!": failed}
    assert told(product.house.hub.line) == [None, failed]


async def test_what_was_kept_for_too_long_is_said_to_have_failed(
    product: Product, agent: Somebody
) -> None:
    phone = product.phone("whatsapp")
    await writes_to(phone, agent, product)
    conversation = await product.conversation()
    await product.changes(Contact, heard_at=utc_now() - timedelta(days=3))
    await says(agent, product, "Vi har rättat fakturan.")
    await does(agent, product, "close", outcome="solved", note=None)
    await phone.reads()
    await phone.writes("hej")
    path = f"/api/staff/conversations/{conversation.id}"
    messages = (await agent.http.get(path)).json()["messages"]
    [marked] = [it["undelivered"] for it in messages if it["sender"] == "agent"]
    assert marked == {"state": "failed", "why": "late", "hours": 24}
