"""The generated year is the same each time, of every language and channel, and plausible."""

from collections import Counter
from datetime import date, timedelta

import pytest

from backend.clients import ClientBook
from backend.database import Database
from backend.demo.year.filling import NotEmpty, fill
from backend.demo.year.lines import examples, lines
from backend.demo.year.shape import Shape, read_shape
from backend.demo.year.told import Told
from backend.demo.year.year import conversations
from backend.settings import Settings
from backend.texts import read_texts

LAST = date(2026, 11, 21)
CLIENTS = ClientBook.read(Settings(_env_file=None).clients_folder)
SMALL = read_shape().model_copy(update={"conversations": {"otherwise": 120}})


def year(shape: Shape = SMALL) -> list[Told]:
    return list(conversations(CLIENTS, shape, LAST))


YEAR = year()


def test_it_is_the_same_each_time() -> None:
    assert [one.events for one in year()] == [one.events for one in YEAR]
    other = SMALL.model_copy(update={"seed": 1})
    assert [one.id for one in year(other)] != [one.id for one in YEAR]


def test_it_lasts_a_year_to_its_last_day() -> None:
    days = {one.events[0]["data"]["day"] for one in YEAR}
    assert max(days) == LAST.isoformat()
    assert LAST - timedelta(days=SMALL.days) < date.fromisoformat(min(days))


def test_all_clients_languages_and_channels_are_in_it() -> None:
    assert {one.client for one in YEAR} == {client.id for client in CLIENTS}
    assert {one.language for one in YEAR} == {
        language for client in CLIENTS for language in client.languages
    }
    channels = {
        name for client in CLIENTS for name in client.channels.model_dump(exclude_none=True)
    }
    assert {one.channel for one in YEAR} == channels


def test_plans_are_within_the_clients_rules() -> None:
    for one in YEAR:
        for event in one.events:
            if event["kind"] == "plan_agreed":
                rules, plan = CLIENTS.get(one.client).rules_on(LAST), event["data"]
                bands = [band for band in rules.bands if band.when.balance.holds(plan["total"])]
                assert any(
                    plan["instalments"] <= band.instalments.at_most
                    and plan["total"] // plan["instalments"] >= band.instalment.at_least
                    for band in bands
                )


def test_it_looks_as_such_a_year_does() -> None:
    kinds = Counter(event["kind"] for one in YEAR for event in one.events)
    assert 0.1 < kinds["handoff_made"] / len(YEAR) < 0.35
    assert 0.02 < kinds["plan_agreed"] / kinds["turn_answered"] < 0.2
    hours = Counter(one.events[0]["data"]["hour"] for one in YEAR)
    assert hours[20] > 2 * hours[7]


def test_people_are_asked_for_as_it_goes_by_language_and_by_who_is_there() -> None:
    """Looked at in more conversations, for in a few chance has more to say than the shape."""
    many = year(SMALL.model_copy(update={"conversations": {"otherwise": 500}}))

    def rate(chosen: list[Told]) -> float:
        return sum(one.handed_over for one in chosen) / len(chosen)

    is_open = [one for one in many if one.events[0]["data"]["open"]]
    closed = [one for one in many if not one.events[0]["data"]["open"]]
    assert rate(is_open) > 1.2 * rate(closed)
    by_language = {
        language: rate([one for one in many if one.language == language])
        for language in {one.language for one in many}
    }
    assert max(by_language.values()) > 1.3 * min(by_language.values())


def test_no_name_of_a_client_is_bent() -> None:
    """A name in s has no genitive of its own, and a Finnish one is bent in more ways than one."""
    names = tuple(client.name for client in CLIENTS)
    for one in YEAR:
        for message in one.messages:
            for name in names:
                _, _, rest = message["text"].partition(name)
                assert rest[:1] in ("", " ", ".", ",", "?"), message["text"]


def test_each_conversation_can_be_read() -> None:
    for one in YEAR:
        assert [message["seq"] for message in one.messages] == list(range(1, len(one.messages) + 1))
        assert all(message["text"] for message in one.messages)
        assert all("{" not in message["text"] for message in one.messages)


@pytest.mark.parametrize("language", read_texts())
def test_every_language_has_lines_and_examples(language: str) -> None:
    first = next(iter(lines().values()))
    assert set(lines()[language].texts) == set(first.texts)
    wished = {intent for visit in read_shape().visits for intent in visit.wishes}
    assert wished <= examples(language).keys()


async def test_it_fills_an_empty_database_and_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.demo.year.filling.read_shape", lambda: SMALL)
    written, events = await fill(database, CLIENTS, LAST)
    assert (written, events) == (len(YEAR), sum(len(one.events) for one in YEAR))
    with pytest.raises(NotEmpty):
        await fill(database, CLIENTS, LAST)
