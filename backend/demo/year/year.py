"""All conversations of the generated year: the same ones each time, for the same clients and day."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from backend.clients import Client, ClientBook
from backend.demo.data import demo_cases
from backend.demo.year.lines import examples
from backend.demo.year.moments import begins, ticking
from backend.demo.year.person import take_over
from backend.demo.year.shape import Shape
from backend.demo.year.told import Told
from backend.demo.year.visit import Going, go
from backend.demo.year.voices import Voices
from backend.demo.year.wishes import wish

_ID_BITS = 128


def conversations(clients: ClientBook, shape: Shape, last: date) -> Iterator[Told]:
    """Each conversation; the year ends with the day `last`."""
    cases = {
        found.client: [case.reference for case in found.cases] for found in demo_cases(clients)
    }
    until = datetime.combine(last + timedelta(days=1), time(), UTC)
    for client in clients:
        chance = Random(f"{shape.seed} {client.id}")
        number = shape.conversations.get(client.id, shape.conversations["otherwise"])
        for at in begins(chance, shape, client.zone, last, number):
            yield _conversation(chance, shape, client, cases.get(client.id, []), at, until)


def _conversation(
    chance: Random,
    shape: Shape,
    client: Client,
    cases: Sequence[str],
    at: datetime,
    until: datetime,
) -> Told:
    own, *others = [language for language in client.languages if examples(language)]
    language = own if not others or chance.random() < shape.own_language else chance.choice(others)
    channels = list(client.channels.model_dump(exclude_none=True))
    [channel] = chance.choices(channels, [shape.channels.get(name, 1.0) for name in channels])
    known = chance.random() < shape.identified
    case = chance.choice(cases) if cases and known else None
    told = Told(f"{chance.getrandbits(_ID_BITS):032x}", client.id, channel, language, case)
    local, is_open = at.astimezone(client.zone), client.opening_hours.is_open(at)
    told.happens(
        "conversation_begun",
        at,
        identified=known,
        day=local.date().isoformat(),
        hour=local.hour,
        open=is_open,
    )
    voices = Voices(chance, client, language)
    told.says("assistant", voices.line("greeting"), at)
    clock = ticking(chance, at, shape.between_messages)
    going = Going(
        chance,
        shape,
        client,
        told,
        voices,
        wish(chance, shape, client, local.date()),
        clock,
        known=known,
    )
    [visit] = chance.choices(shape.visits, _weights(shape, language, is_open))
    reason = go(going, visit)
    if reason is not None:
        take_over(going, reason, next(clock), until)
    _rate(going, reason, visit.ends)
    return told


def _weights(shape: Shape, language: str, is_open: bool) -> list[float]:
    person = shape.person
    likelier = person.language.get(language, person.language["otherwise"])
    likelier *= person.open if is_open else person.closed
    return [visit.weight * (likelier if visit.person else 1) for visit in shape.visits]


def _rate(going: Going, reason: str | None, ends: str | None) -> None:
    chance, shape, told = going.chance, going.shape, going.told
    if chance.random() >= shape.rated:
        return
    weights = shape.scores["person" if reason else ends or "answered"]
    [score] = chance.choices(range(1, len(weights) + 1), weights)
    told.rating = score
    told.happens("conversation_rated", told.messages[-1]["at"] + timedelta(seconds=5), score=score)
