"""Who writes that they want no reminders is told what holds now, by the product itself."""

from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from backend.followup.answering import answer_about_reminders
from backend.followup.refusals import refusals
from backend.followup.refusing import refuses
from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case

LANGUAGES = ["sv", "nb", "da", "fi", "is", "en"]
OFF = "Då får du inga påminnelser från oss. Skriv ”påminn mig” om du vill ha dem igen."


@pytest.fixture
async def known(app: FastAPI, house: Services, http: httpx.AsyncClient) -> Visitor:
    """An identified visitor of the product as it serves."""
    app.state.services = replace(house, own_answers=(answer_about_reminders,))
    await a_case(house.database, "LI-1")
    token = make_payment_page_token(house.settings, "lind", "LI-1")
    return await Visitor.arrives(http, token=token, language="sv")


async def test_it_says_that_none_come_and_how_to_have_them_again(known: Visitor):
    assert await known.hears("Inga påminnelser.") == [OFF]


async def test_the_assistant_is_not_asked(known: Visitor, rasa: FakeRasa):
    before = len(rasa.asked)
    await known.hears("inga påminnelser")
    assert len(rasa.asked) == before


async def test_they_can_be_turned_on_again(known: Visitor, house: Services):
    for text, refused in (("inga påminnelser", True), ("påminn mig", False)):
        [line] = await known.hears(text)
        assert "Skriv" in line
        async with house.database.transaction() as session:
            assert await refuses(session, "LI-1", known.id) is refused


async def test_the_same_message_again_is_answered_once(known: Visitor):
    sent = "0f3f6a7e-2f0e-4a2e-9d55-3f4b4c1f0a11"
    assert await known.hears("inga påminnelser", id=sent) == [OFF]
    assert await known.hears("inga påminnelser", id=sent) == [OFF]
    assert (await known.transcript()).count(OFF) == 1


async def test_what_only_speaks_of_reminders_is_the_assistants(known: Visitor, rasa: FakeRasa):
    before = len(rasa.asked)
    await known.hears("jag fick inga påminnelser om den fakturan")
    assert len(rasa.asked) == before + 1


async def test_nothing_is_promised_to_a_stranger(
    app: FastAPI, house: Services, http: httpx.AsyncClient, rasa: FakeRasa
):
    app.state.services = replace(house, own_answers=(answer_about_reminders,))
    visitor = await Visitor.arrives(http, language="sv")
    before = len(rasa.asked)
    assert OFF not in await visitor.hears("inga påminnelser")
    assert len(rasa.asked) == before + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrase_that_is_told_is_one_that_counts(language: str):
    for wanted in (True, False):
        assert refusals().wants_reminders(refusals().phrase(language, wanted=wanted)) is wanted
