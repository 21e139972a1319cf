"""A link identifies one conversation once; what follows is said on the conversation's channel."""

import asyncio
import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from backend.clock import utc_now
from backend.identity.links import LIFETIME
from backend.identity.models import IdentityLink
from backend.identity.payment_page import make_payment_page_token
from tests.backend.channels.fixtures import Phone, Product
from tests.backend.conversations.fake_rasa import Body, FakeRasa, said
from tests.backend.conversations.people import a_case

IDENTIFY = {"title": "Identify yourself", "payload": "identify"}
ASK = {"title": "Ask", "payload": "/ask"}
CHANNELS = ["telegram", "sms", "whatsapp"]
DEBT = re.compile(r"skuld|debt|krav|claim|inkasso|owe", re.IGNORECASE)


def strict(body: Body) -> Body:
    """Asks a stranger to identify, and greets somebody known by name."""
    context = body["context"]
    if context["identified"]:
        return said(f"Hello {context['first_name']}, you owe 4 860,00 kr.")
    return {
        **said(),
        "messages": [{"text": "Who are you?", "buttons": [IDENTIFY, ASK], "card": None}],
    }


@pytest.fixture
async def phone(product: Product, rasa: FakeRasa) -> Phone:
    """Somebody who has asked, and was asked to identify."""
    rasa.answer = strict
    await a_case(product.house.database, "SE-1")
    await a_case(product.house.database, "SE-2", first_name="Bo")
    phone = product.phone("sms")
    await phone.writes("how much do I owe?")
    return phone


async def link_on(phone: Phone) -> str:
    """The token of the last link on the screen."""
    links = re.findall(r"[?&]link=([\w-]+)", str(await phone.shown()))
    return str(links[-1])


def a_token(product: Product, case: str = "SE-1") -> str:
    return make_payment_page_token(product.house.settings, "lind", case)


async def identifies(product: Product, link: str, token: str) -> httpx.Response:
    body = {"link": link, "token": token}
    return await product.outside.post("/api/chat/links/identify", json=body)


async def looks(product: Product, link: str, **headers: str) -> httpx.Response:
    return await product.outside.post("/api/chat/links/look", json={"link": link}, headers=headers)


@pytest.mark.parametrize("channel", CHANNELS)
async def test_the_wish_to_identify_becomes_a_link(
    product: Product, rasa: FakeRasa, channel: str
) -> None:
    rasa.answer = strict
    phone = product.phone(channel)
    await phone.writes("hej")
    shown = str(await phone.shown())
    [url] = re.findall(r"http[^\s'\"\\]+", shown)
    assert url == f"{product.house.settings.public_url}/pay/lind?link={await link_on(phone)}"
    assert "Identify yourself" in shown


async def test_nothing_about_a_debt_is_said_to_a_stranger(phone: Phone) -> None:
    theirs = [shown for shown in await phone.shown() if not shown["mine"]]
    assert theirs
    assert not DEBT.search(str(theirs))


async def test_only_the_links_fingerprint_is_stored(product: Product, phone: Phone) -> None:
    link = await link_on(phone)
    [stored] = await product.rows(IdentityLink)
    assert link not in str(vars(stored))
    assert stored.expires_at - stored.created_at <= LIFETIME + timedelta(seconds=1)


async def test_a_link_tells_only_where_it_leads_back_to_and_since_when(
    product: Product, phone: Phone
) -> None:
    link = await link_on(phone)
    seen = {"client": "lind", "channel": "sms", "language": "sv"}
    assert (await looks(product, link)).json() == seen | {"asked_minutes_ago": 0}
    async with product.house.database.transaction() as session:
        earlier = utc_now() - timedelta(minutes=7, seconds=5)
        await session.execute(update(IdentityLink).values(created_at=earlier))
    assert (await looks(product, link)).json() == seen | {"asked_minutes_ago": 7}


async def test_after_identifying_the_answer_comes_on_the_channel(
    product: Product, phone: Phone
) -> None:
    answer = await identifies(product, await link_on(phone), a_token(product))
    assert answer.status_code == 200
    assert answer.json() == {"client": "lind", "channel": "sms", "language": "sv"}
    assert (await phone.reads())[0] == "Hello Alva, you owe 4 860,00 kr."
    conversation = await product.conversation()
    assert conversation.case_reference == "SE-1"


async def test_the_same_page_may_ask_again(product: Product, phone: Phone) -> None:
    link, token = await link_on(phone), a_token(product)
    await identifies(product, link, token)
    first = await phone.reads()
    again = await identifies(product, link, token)
    assert (again.status_code, await phone.reads()) == (200, [])
    assert first


async def test_a_link_works_once(product: Product, phone: Phone) -> None:
    link = await link_on(phone)
    await identifies(product, link, a_token(product))
    for answer in (
        await identifies(product, link, a_token(product)),
        await looks(product, link),
    ):
        assert answer.status_code == 410
        assert answer.json()["type"] == "/problems/link-over"
        assert answer.json()["detail"].startswith("Länken går inte att använda längre.")
        assert (answer.json()["channel"], answer.json()["language"]) == ("sms", "sv")


async def test_of_two_at_once_one_gets_it(product: Product, phone: Phone) -> None:
    link = await link_on(phone)
    answers = await asyncio.gather(
        identifies(product, link, a_token(product, "SE-1")),
        identifies(product, link, a_token(product, "SE-2")),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 410]


async def test_after_its_time_a_link_is_over(product: Product, phone: Phone) -> None:
    link = await link_on(phone)
    async with product.house.database.transaction() as session:
        over = utc_now() - timedelta(seconds=1)
        await session.execute(update(IdentityLink).values(expires_at=over))
    assert (await looks(product, link)).status_code == 410
    assert (await identifies(product, link, a_token(product))).status_code == 410


@pytest.mark.parametrize("link", ["", "guess", "å😀", "x" * 200])
async def test_a_link_that_was_never_made_is_over(product: Product, link: str) -> None:
    answer = await looks(product, link, **{"Accept-Language": "en-GB"})
    assert answer.status_code == 410
    assert answer.json()["detail"].startswith("The link can no longer be used.")
    assert not {"channel", "language"} & set(answer.json())


async def test_a_wrong_token_leaves_the_link_as_it_was(product: Product, phone: Phone) -> None:
    link = await link_on(phone)
    assert (await identifies(product, link, "no token")).status_code == 401
    assert (await identifies(product, link, a_token(product))).status_code == 200


async def test_another_persons_token_is_refused(product: Product, phone: Phone) -> None:
    """The conversation has been identified; a second link may not make it another person's."""
    first = await link_on(phone)
    await phone.writes("again")
    second = await link_on(phone)
    assert first != second
    await identifies(product, first, a_token(product, "SE-1"))
    answer = await identifies(product, second, a_token(product, "SE-2"))
    assert answer.status_code == 409
    assert (await product.conversation()).case_reference == "SE-1"


async def test_whoever_is_known_gets_no_link(product: Product, phone: Phone) -> None:
    await identifies(product, await link_on(phone), a_token(product))
    await phone.reads()
    before = len(await product.rows(IdentityLink))
    await phone.writes("thanks")
    assert len(await product.rows(IdentityLink)) == before
