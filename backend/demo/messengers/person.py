"""A made-up person with a phone: the name and the addresses follow from one number."""

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.clients import Client
from backend.problems import not_found

_FILE = Path(__file__).parent / "people.yaml"
MOST = 100_000
#: Telegram's ids of people are large numbers; these begin somewhere among them.
_FIRST_CHAT = 7_704_100_000


@dataclass(frozen=True)
class Person:
    """Somebody who lives in the client's country. `phone` is 0 to 99 999."""

    client: Client
    phone: int

    @classmethod
    def anybody(cls, client: Client) -> "Person":
        """Somebody new."""
        return cls(client, random.randrange(MOST))

    @classmethod
    def of(cls, client: Client, phone: int) -> "Person":
        """The person with this phone. Problem 404 when there is none."""
        if not 0 <= phone < MOST:
            raise not_found("phone")
        return cls(client, phone)

    @property
    def first_name(self) -> str:
        """A bird's name, in the client's language."""
        return self._of(_people()["first_names"][self.client.home_language], self.phone)

    @property
    def last_name(self) -> str:
        """A tree's name, in the client's language."""
        return self._of(_people()["last_names"][self.client.home_language], self.phone // 7)

    @property
    def number(self) -> str:
        """The telephone number, +46…; nobody has it."""
        return f"{_people()['numbers'][self.client.country]}{self.phone:05}"

    @property
    def wa_id(self) -> str:
        """The number as WhatsApp writes it."""
        return self.number.removeprefix("+")

    @property
    def chat_id(self) -> int:
        """The person's id at Telegram."""
        return _FIRST_CHAT + self.phone

    def address(self, channel: str) -> str:
        """Under which the product knows the person on a channel."""
        known = {"telegram": str(self.chat_id), "sms": self.number, "whatsapp": self.wa_id}
        return known[channel]

    @staticmethod
    def _of(names: list[str], number: int) -> str:
        return names[number % len(names)]


@cache
def _people() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
