"""On which occasion a person takes over, as staff read it."""

from collections.abc import Iterator

from backend.clients.band_in_words import BandWriter
from backend.clients.profile import Client
from backend.clients.triggers import Occasion
from backend.plans.rules.when import Balance
from backend.wording import Catalogue


def occasion_in_words(occasion: Occasion, client: Client, catalogue: Catalogue) -> str:
    """The claims and the words; what the messages mean has its names where intents are named."""
    return ", ".join(_parts(occasion, BandWriter(client, catalogue)))


def _parts(occasion: Occasion, write: BandWriter) -> Iterator[str]:
    balance, *others = write.claims(occasion.claims)
    if occasion.balance != Balance():
        yield balance
    yield from others
    if occasion.words is not None:
        words = [word for spoken in occasion.words.values() for word in spoken]
        yield write.say("trigger_words", words=" / ".join(dict.fromkeys(words)))
