"""Whose a request is: the clients whose signature it bears, and the one whose address it names."""

from collections.abc import Iterable
from functools import partial

from backend.channels.incoming import SecretOf, Webhook
from backend.channels.known import Channel
from backend.channels.secrets import secret
from backend.clients import Client
from backend.problems import Problem
from backend.services import Services
from backend.settings import Settings


def secret_of(settings: Settings, client: Client, channel: Channel) -> SecretOf:
    """Gives the secrets of a client's channel by what they are for."""
    return partial(secret, settings, client.id, channel.name)


def signers(house: Services, channel: Channel, webhook: Webhook) -> list[Client]:
    """The clients whose secret made the signature; several may share an account."""
    return [
        client
        for client in with_channel(house, channel)
        if channel.verify(webhook, secret_of(house.settings, client, channel))
    ]


def with_channel(house: Services, channel: Channel) -> list[Client]:
    """The clients that have the channel."""
    return [c for c in house.clients if c.channels.messenger(channel.name) is not None]


def addressed(signed_by: Iterable[Client], channel: Channel, to: str | None) -> Client | None:
    """The client at the address, among those that signed.

    A payload without an address is of whoever signed, if that is one.
    """
    found = [client for client in signed_by if to is None or address_of(client, channel) == to]
    return found[0] if len(found) == 1 else None


def address_of(client: Client, channel: Channel) -> str:
    """The client's own address on the channel."""
    return str(getattr(client.channels.messenger(channel.name), channel.address))


def is_active(house: Services, client: str, channel: str) -> bool:
    """Whether the client is there, and its channel, and it is switched on."""
    try:
        found = house.clients.get(client).channels.messenger(channel)
    except Problem:
        return False
    return found is not None and found.active
