"""What a designer may see of a missed message, and which messages have the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from backend.designing.examples import bare
from backend.misses.repository import Missed
from backend.privacy import Masking
from backend.privacy.patterns import read_patterns
from backend.services import Services


@dataclass(frozen=True)
class Hidden:
    """A missed message with everything masked that tells who wrote it."""

    missed: Missed
    text: str
    language: str
    mask: Masking

    @property
    def client(self) -> str:
        """The client's id."""
        return self.missed.event.client

    @property
    def words(self) -> str:
        """The same for messages of the same words, to the same client in the same language."""
        return sha256("\n".join((self.client, self.language, bare(self.text))).encode()).hexdigest()


def hidden(house: Services, missed: Missed, names: Mapping[str, Sequence[str]]) -> Hidden:
    """The message as it may be shown. `names` are those of the people of cases."""
    reference = missed.case_reference
    mask = Masking(
        country=house.clients.get(missed.event.client).country,
        names=list(names.get(reference or "", ())),
        references=[reference] if reference else [],
    )
    understood = missed.message.understood or {}
    language = understood.get("language") or missed.event.language or ""
    return Hidden(missed, mask(missed.message.text), str(language), mask)


def has_a_mask(text: str) -> bool:
    """Whether something was masked in the text."""
    return read_patterns().shown[0] in text
