"""Says a line of lines/ in a conversation's language, the way the client's country writes it."""

from dataclasses import dataclass
from random import Random
from typing import Any

from backend.clients import Client
from backend.demo.year.lines import examples, lines


@dataclass(frozen=True)
class Voices:
    """What everybody in one conversation says."""

    chance: Random
    client: Client
    language: str

    def line(self, line: str, /, **values: Any) -> str:
        """One wording of the line."""
        catalogue = lines()[self.language]
        wording = self.chance.choice(catalogue.texts[line])
        formatter = catalogue.formatter(self.client.country)
        return formatter.vformat(wording.text, (), {"client": self.client.name, **values})

    def debtor(self, intent: str) -> str:
        """How a debtor says it."""
        return self.chance.choice(examples(self.language)[intent])
