"""Opening hours as people write them."""

import pytest

from backend.clients import ClientBook
from backend.clients.hours_in_words import hours_in_words
from backend.clients.week import Week
from backend.services import Services
from backend.texts import read_texts

CATALOGUES = read_texts()


@pytest.mark.parametrize(
    ("client", "language", "written"),
    [
        ("se-energi", "sv", "mån–fre 08:00–17:00"),
        ("se-energi", "en", "Mon–Fri 08:00–17:00"),
        ("no-mobil", "nb", "man–søn 00:00–24:00"),
        ("dk-fitness", "da", "man–tors 08.00–18.00, fre 08.00–16.00"),
        ("fi-kauppa", "fi", "ma–pe 9.00–16.00"),
        ("fi-kauppa", "sv", "mån–fre 09:00–16:00"),
        ("is-tryggingar", "is", "mán–fös 09:00–16:00"),
    ],
)
def test_hours_are_written_as_the_language_does(
    clients: ClientBook, client: str, language: str, written: str
):
    found = clients.get(client)
    assert hours_in_words(found.hours, CATALOGUES[language], found.country) == written


def test_days_with_other_hours_and_closed_days_break_a_range():
    week = Week.model_validate(
        {"mon": "08:00-17:00", "tue": "08:00-17:00", "thu": "08:00-17:00", "sat": "10:00-14:30"}
    )
    written = hours_in_words(week, CATALOGUES["en"])
    assert written == "Mon–Tue 08:00–17:00, Thu 08:00–17:00, Sat 10:00–14:30"


def test_every_language_of_every_client_has_texts(clients: ClientBook, services: Services):
    assert {code for client in clients for code in client.languages} <= set(services.texts)
