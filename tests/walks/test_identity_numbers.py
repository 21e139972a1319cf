"""A national identity number in a message is masked before anything is stored or logged."""

import re
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.stack import Stack
from tests.walks.chat import Chat, open_chat
from tests.walks.desk import Desk
from tests.walks.identity_numbers import identity_number

CLIENTS = {"SE": "se-energi", "NO": "no-mobil", "DK": "dk-fitness", "FI": "fi-kauppa"}
COUNTRIES = [*CLIENTS, "IS"]
CASES = {"SE": "SE-1001", "NO": "NO-1001", "DK": "DK-1001", "FI": "FI-1001"}
of_any_country = pytest.mark.parametrize("country", COUNTRIES)


@of_any_country
def test_an_identity_number_in_a_message_is_kept_nowhere(
    country: str, http: httpx.Client, stack: Stack
) -> None:
    number, mark = identity_number(country), mark_of_this_message()
    chat = debtor(http, country)
    chat.say(f"hej {mark}, {number} är jag, hur mycket ska jag betala?")
    check_kept_nowhere(number, mark, chat, stack)


@pytest.mark.parametrize("country", ["SE", "NO", "DK", "IS"])  # a Finnish one is never without
def test_an_identity_number_without_its_dash_is_kept_nowhere(
    country: str, http: httpx.Client, stack: Stack
) -> None:
    number, mark = identity_number(country), mark_of_this_message()
    chat = debtor(http, country)
    chat.say(f"{mark} {number.replace('-', '')}")
    check_kept_nowhere(number, mark, chat, stack)


@of_any_country
def test_an_identity_number_is_kept_nowhere_when_a_person_is_asked_for(
    country: str, http: httpx.Client, stack: Stack
) -> None:
    number, mark = identity_number(country), mark_of_this_message()
    chat = debtor(http, country)
    chat.say(f"I want to talk to a person, {mark}, my number is {number}")
    chat.say(f"jag vill prata med en människa {mark} {number}")
    rating = {"score": 2, "comment": f"{mark}: {number}"}
    chat.http.post(f"{chat.path}/rating", json=rating, headers=chat.key).raise_for_status()
    check_kept_nowhere(number, mark, chat, stack)


def test_what_an_agent_writes_is_masked_too(http: httpx.Client, stack: Stack) -> None:
    number, mark = identity_number("NO"), mark_of_this_message()
    chat = debtor(http, "NO")
    chat.say("jeg vil snakke med et menneske")
    with Desk(stack.address, "agent.no@demo") as desk:
        desk.take(chat.id)
        written = desk.write(chat.id, f"{mark} er {number} ditt nummer?")
        assert number not in written.text
        desk.close(chat.id)
    check_kept_nowhere(number, mark, chat, stack)


def test_a_button_title_cannot_carry_one(http: httpx.Client, stack: Stack) -> None:
    number, mark = identity_number("SE"), mark_of_this_message()
    chat = debtor(http, "SE")
    chat.say(f"{mark} hej")
    assert chat.send(number, payload="b_AAAAAAAAAAAAAAAA").status_code == 422
    check_kept_nowhere(number, mark, chat, stack)


def test_sums_dates_and_references_are_not_masked(http: httpx.Client) -> None:
    chat = debtor(http, "SE")
    line = "jag betalade 4 860,00 kr den 2026-11-14 med referens 10012041710, ring 070-174 06 35"
    chat.say(line)
    assert line in [message["text"] for message in chat.transcript()]


def debtor(http: httpx.Client, country: str) -> Chat:
    """A debtor of the country's client; for a country without one, of another."""
    client, case = CLIENTS.get(country, "se-energi"), CASES.get(country, "SE-1001")
    return open_chat(http, client, case=case)


def mark_of_this_message() -> str:
    """A word by which the search shows that it would have found the number."""
    return "q" + re.sub("[0-9]", "x", uuid4().hex)


def check_kept_nowhere(number: str, mark: str, chat: Chat, stack: Stack) -> None:
    """Neither the page, nor the databases, nor a log has it; the databases have the mark."""
    written = {number, number.replace("-", "")}
    shown = " ".join(message["text"] for message in chat.transcript())
    assert mark in shown
    assert not any(form in shown for form in written)
    kept = {file: file.read_bytes() for file in files_of(stack)}
    databases = [content for file, content in kept.items() if "sqlite" in file.name]
    assert any(mark.encode() in content for content in databases)
    for file, content in kept.items():
        for form in written:
            assert form.encode() not in content, file.name


def files_of(stack: Stack) -> list[Path]:
    """The databases with their journals, and the logs."""
    folder = Path(stack.settings["LOGS"]).parent
    return [file for file in folder.rglob("*") if file.is_file()]
