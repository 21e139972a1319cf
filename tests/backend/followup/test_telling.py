"""The words, in every language."""

from datetime import date, timedelta

import pytest

from backend.followup.telling import followup_texts
from tests.backend.conversations.people import a_case
from tests.backend.followup.debtor import Debtor

BEFORE = date(2026, 11, 30)
DUE = date(2026, 12, 2)
LANGUAGES = ["sv", "nb", "da", "fi", "is", "en"]
MONEY = {"amount": 81_000, "currency": "SEK"}
VALUES = {
    "amount": MONEY,
    "next_amount": MONEY,
    "total": MONEY,
    "over": MONEY,
    "due": DUE,
    "next_due": DUE,
    "left": 1,
    "assistant": "Sovinto",
    "client_name": "Norrsken Energi",
    "today": False,
    "part": False,
    "overdue": False,
    "known": True,
}
A_WHILE = timedelta(hours=1)
STATES = ["completed", "paid", "overpaid", "rest", "unknown", "instalment"]


def test_there_are_six_languages_with_the_same_texts_and_buttons():
    texts = followup_texts()
    assert set(texts) == set(LANGUAGES)
    assert len({frozenset(spoken.texts) for spoken in texts.values()}) == 1
    assert len({frozenset(spoken.buttons) for spoken in texts.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_written(language: str):
    spoken = followup_texts()[language]
    written = [
        spoken.write(text, VALUES | variant)
        for text in ("coming", "missed", "broken", "notice")
        for variant in ({}, {"today": True}, {"part": True}, {"known": False})
    ]
    written += [
        spoken.write("thanks", VALUES | {"state": state, "overdue": overdue})
        for state in STATES
        for overdue in (True, False)
    ]
    for text in written:
        assert "!" not in text
        assert ".." not in text
        assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", ["sms", "telegram", "whatsapp"])
async def test_a_messaging_app_is_told_nothing_of_a_debt(
    debtor: Debtor, language: str, channel: str
):
    debtor.conversation = await debtor.begins_to_talk(channel, language)
    await debtor.says("Hej", ago=A_WHILE)
    await debtor.pays(100_000, DUE)
    said = [
        line
        for day in (BEFORE, DUE, date(2026, 12, 8), date(2026, 12, 21))
        for line in await debtor.is_followed_up(day)
    ]
    assert len(said) == 4
    for line in said:
        assert line.conversation_id == debtor.conversation
        assert not any(sign.isdigit() for sign in line.text)
        assert "Lind Energi" in line.text
        assert "Almhuset" not in line.text  # the agency: its name would tell
        assert line.card is None
        assert len(line.buttons) == 1


async def test_money_is_written_as_the_country_does(debtor: Debtor):
    await a_case(debtor.house.database, "PY-1", client="pyy")
    finn = await Debtor.with_plan(debtor.house, "PY-1", DUE, [16_200] * 3)
    finn.conversation = await finn.begins_to_talk(language="fi")
    await finn.says("Moi", ago=A_WHILE)
    [said] = await finn.is_followed_up(BEFORE)
    assert "162,00\xa0€" in said.text
    assert "keskiviikkona 2. joulukuuta" in said.text
