"""What somebody on a telephone hears on the way to a person and back: each step once, and no more."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Update, update

from backend.channels.models import Contact
from backend.channels.worker import ChannelWorker
from backend.clock import Clock, utc_now
from backend.conversations import repository
from backend.conversations.models import Conversation
from backend.conversations.repository import Line
from backend.handoff.handing_over import hand_over
from backend.handoff.models import Handoff
from backend.handoff.news import QueueNews
from backend.handoff.schemas import HandoffIn
from tests.backend.channels.fixtures import Phone, Product
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.staff.people import Somebody, somebody

CHANNELS = ["telegram", "sms", "whatsapp"]
EVENING = Clock(date(2026, 11, 25), time(17, 1))
A_DAY_AND_MORE = timedelta(hours=25)


@pytest.fixture
async def agent(product: Product) -> Somebody:
    return await somebody(product.app, product.house, "agent")


async def asks_for_a_person(phone: Phone, product: Product, reason: str = "requested") -> None:
    await phone.writes("hej")
    conversation = await product.conversation()
    await hand_over(product.house, conversation.id, HandoffIn(reason=reason), key=None)


async def does(agent: Somebody, product: Product, what: str, **how: object) -> None:
    path = f"/api/staff/conversations/{(await product.conversation()).id}/{what}"
    answer = await agent.http.post(path, json=how)
    assert answer.status_code < 300, answer.text


async def says(agent: Somebody, product: Product, text: str) -> None:
    await does(agent, product, "messages", id=str(uuid4()), text=text)


def _of(conversation: Conversation) -> Update:
    return update(Handoff).where(Handoff.conversation_id == conversation.id)


def without_choices(lines: list[str]) -> list[str]:
    """The sentences; how a choice is shown differs by the channel."""
    return [line.split("\n")[0] for line in lines]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_who_comes_who_goes_and_the_end_are_each_told_once(
    product: Product, agent: Somebody, channel: str
) -> None:
    phone = product.phone(channel)
    await asks_for_a_person(phone, product)
    await does(agent, product, "take")
    await says(agent, product, "Hej!")
    [joined, hello] = await phone.reads()
    assert "är här nu och har läst det du har skrivit" in joined
    assert hello.endswith(": Hej!")
    await does(agent, product, "return", note=None)
    [back] = await phone.reads()
    assert back.startswith("Nu svarar den automatiska assistenten igen")
    assert await phone.writes("tack") == ["You said: tack"]
    await does(agent, product, "take")
    await does(agent, product, "close", outcome="solved", note=None)
    assert (await phone.reads())[-1] == "Samtalet är avslutat. Skriv här igen när du vill."


@pytest.mark.parametrize("channel", CHANNELS)
async def test_the_place_is_told_to_who_asks_and_not_by_itself(
    product: Product, channel: str
) -> None:
    first, phone = product.phone(channel, number=1), product.phone(channel)
    await first.writes("hej")
    ahead = await product.conversation()
    await hand_over(product.house, ahead.id, HandoffIn(reason="requested"), key=None)
    await phone.writes("hej")
    [behind] = [one for one in await product.rows(Conversation) if one.id != ahead.id]
    await hand_over(product.house, behind.id, HandoffIn(reason="requested"), key=None)
    assert without_choices(await phone.writes("Hur länge?")) == ["Nu är du nummer 2 i kön."]
    async with product.house.database.transaction() as session:
        await session.execute(_of(ahead).values(state="closed"))
    assert await QueueNews(product.house).round() == 0
    assert await phone.reads() == []
    assert without_choices(await phone.writes("när är det min tur?")) == ["Nu står du först i kön."]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_that_it_closes_is_told_with_a_time_and_the_assistant_goes_on(
    product: Product, channel: str
) -> None:
    phone = product.phone(channel)
    await asks_for_a_person(phone, product)
    await QueueNews(replace(product.house, clock=EVENING)).round()
    [closed] = without_choices(await phone.reads())
    assert "torsdag 26 november kl. 09:00" in closed
    assert await phone.writes("tack") == ["You said: tack"]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_call_instead_is_asked_for_in_words(
    product: Product, rasa: FakeRasa, channel: str
) -> None:
    phone = product.phone(channel)
    await asks_for_a_person(phone, product)
    rasa.answer = lambda body: said("Vilket nummer?" if body["command"] else body["text"])
    assert await phone.writes("ring mig") == [
        "Då ringer vi dig, och du behåller din plats i kön.",
        "Vilket nummer?",
    ]


async def test_what_a_person_writes_after_a_day_of_silence_waits_until_the_debtor_writes(
    product: Product, agent: Somebody
) -> None:
    phone = product.phone("whatsapp")
    await asks_for_a_person(phone, product)
    await product.changes(Contact, heard_at=utc_now() - A_DAY_AND_MORE)
    await does(agent, product, "take")
    await says(agent, product, "Vi har rättat fakturan.")
    assert await phone.reads() == []
    assert await product.refusals() == ["window-closed"]
    assert await phone.reads() == []
    [joined, answer] = await phone.writes("hallå?")
    assert "är här nu" in joined
    assert answer.endswith(": Vi har rättat fakturan.")
    assert await phone.reads() == []


async def test_what_the_assistant_would_have_said_a_day_ago_is_not_said_later(
    product: Product,
) -> None:
    phone = product.phone("whatsapp")
    await phone.writes("hej")
    await product.changes(Contact, heard_at=utc_now() - A_DAY_AND_MORE)
    conversation = await product.conversation()
    async with product.house.database.transaction() as session:
        await repository.append(
            session, conversation.id, [Line("assistant", "I morgon är det dags.")]
        )
    assert await phone.reads() == []
    assert await phone.writes("hej igen") == ["You said: hej igen"]


async def test_what_was_kept_is_never_sent_to_who_has_the_number_days_later(
    product: Product, agent: Somebody
) -> None:
    phone = product.phone("whatsapp")
    await asks_for_a_person(phone, product)
    await does(agent, product, "take")
    await phone.reads()
    await product.changes(Contact, heard_at=utc_now() - timedelta(days=3))
    await says(agent, product, "Vi har rättat fakturan.")
    await does(agent, product, "close", outcome="solved", note=None)
    assert await phone.reads() == []
    assert not any("fakturan" in line for line in await phone.writes("hej"))
    assert not any("fakturan" in line for line in await phone.reads())


@pytest.mark.parametrize(
    ("channel", "hours", "told"),
    [("whatsapp", 40, True), ("whatsapp", 3, False), ("sms", 40, False), ("telegram", 40, False)],
)
async def test_who_must_write_again_for_the_answer_is_told_so(
    product: Product, channel: str, hours: int, told: bool
) -> None:
    phone = product.phone(channel)
    await phone.writes("hej")
    conversation = await product.conversation()
    zone = product.house.clients.get("lind").zone
    by = product.house.clock.now(zone) + timedelta(hours=hours)
    card = {"type": "handoff", "reference": "H-1", "reason": "requested", "at": by.isoformat()}
    line = Line("assistant", "En person svarar. H-1", card=card)
    async with product.house.database.transaction() as session:
        await repository.append(session, conversation.id, [line])
    [heard] = await phone.reads()
    assert ("Här får vi bara skriva inom ett dygn" in heard) is told


@pytest.mark.parametrize(
    ("channel", "day", "told"),
    [
        ("whatsapp", date(2026, 11, 27), True),  # a Friday evening: the answer comes on Monday
        ("whatsapp", date(2026, 11, 25), False),
        ("sms", date(2026, 11, 27), False),
        ("telegram", date(2026, 11, 27), False),
    ],
)
async def test_that_it_closes_for_longer_than_may_be_written_is_told_with_what_to_do(
    product: Product, channel: str, day: date, told: bool
) -> None:
    phone = product.phone(channel)
    await asks_for_a_person(phone, product)
    product.house = replace(product.house, clock=Clock(day, time(17, 1)))
    product.worker = ChannelWorker(product.house, product.live)
    await QueueNews(product.house).round()
    [closed] = await phone.reads()
    assert "Nu har vi stängt" in closed
    assert ("Skriv en rad när du vill ha svaret" in closed) is told
