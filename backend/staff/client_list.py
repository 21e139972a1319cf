"""The clients that a user may see, and what is wrong with their files."""

from dataclasses import asdict

from babel.dates import get_day_names

from backend.clients.book import Entry
from backend.clients.hours_in_words import clock_in_words
from backend.clients.rules_in_words import RulesInWords
from backend.clients.triggers_in_words import occasion_in_words
from backend.clients.week import Week
from backend.services import Services
from backend.staff.client_schemas import (
    ClientForStaff,
    ClientList,
    DayHours,
    FileProblem,
    OccasionOut,
    RulesOut,
)
from backend.staff.models import StaffUser
from backend.staff.signed_in import clients_of
from backend.wording import Catalogue

_EVERY_CLIENT = "*"


def list_clients(house: Services, user: StaffUser) -> ClientList:
    """The user's clients, in the user's language."""
    reading = house.clients.reading
    catalogue = house.texts[user.language]
    seen = [reading.entries[id_] for id_ in clients_of(house, user) if id_ in reading.entries]
    return ClientList(
        items=[_shown(house, entry, catalogue) for entry in seen],
        problems=[
            FileProblem(file=fault.file, line=fault.line, value=fault.value, says=fault.says)
            for fault in reading.faults
            if {fault.client, _EVERY_CLIENT} & set(user.clients)
        ],
        checked_at=reading.checked_at,
    )


def _shown(house: Services, entry: Entry, catalogue: Catalogue) -> ClientForStaff:
    client = entry.client
    now = house.clock.now(client.zone)
    versions = RulesInWords(client, catalogue).versions(now.date())
    return ClientForStaff(
        id=client.id,
        name=client.name,
        country=client.country,
        colour=client.colour,
        languages=client.languages,
        channels=list(client.channels.model_dump(exclude_none=True)),
        open_now=client.opening_hours.is_open(now),
        hours=_hours(client.hours, catalogue),
        rules=[
            RulesOut.model_validate(asdict(found)) for found in versions if found.state != "past"
        ],
        hand_over=[
            OccasionOut(
                text=occasion_in_words(trigger.when, client, catalogue),
                intents=trigger.when.intents or (),
                why=trigger.why,
            )
            for trigger in client.triggers
        ],
        takes_new_conversations=entry.takes_new_conversations,
        loaded_at=entry.loaded_at,
        version=entry.version,
    )


def _hours(week: Week, catalogue: Catalogue) -> list[DayHours]:
    names = get_day_names("wide", "stand-alone", catalogue.formatter().locale)
    return [
        DayHours(
            day=names[number],
            opens=clock_in_words(span.opens, catalogue),
            closes=clock_in_words(span.closes, catalogue),
        )
        for number, span in enumerate(week.days)
        if span is not None
    ]
