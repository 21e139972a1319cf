"""A client's line with a messenger: its address there, its secrets, and where its webhook is."""

from dataclasses import dataclass

from backend.channels.secrets import secret
from backend.clients import Client, ClientBook
from backend.clients.channels import Messenger
from backend.problems import not_found
from backend.services import Services
from backend.settings import Settings

CHANNELS = ("telegram", "sms", "whatsapp")


@dataclass(frozen=True)
class Line:
    """One client on one channel; `of` is what the client's file says of it."""

    settings: Settings
    client: Client
    channel: str
    of: Messenger

    def secret(self, what: str) -> str:
        """A secret of the line, the same that the product has."""
        return secret(self.settings, self.client.id, self.channel, what)

    def setting(self, name: str) -> str:
        """What the client's file says, e.g. the number."""
        return str(getattr(self.of, name))

    @property
    def webhook(self) -> str:
        """The product's address for what people write; the signature tells to which client."""
        return f"{self.settings.public_url}/channels/{self.channel}"


def lines(house: Services, channel: str) -> list[Line]:
    """Every client's line with one messenger."""
    found = ((client, client.channels.messenger(channel)) for client in house.clients)
    return [Line(house.settings, client, channel, of) for client, of in found if of is not None]


def line_of(house: Services, client: str, channel: str) -> Line:
    """A client's line. Problem 404 when it has none."""
    clients: ClientBook = house.clients
    of = clients.get(client).channels.messenger(channel) if channel in CHANNELS else None
    if of is None:
        raise not_found("channel")
    return Line(house.settings, clients.get(client), channel, of)
