"""The secrets of each client's channels, from the environment, by names that follow a rule.

    <CLIENT>_<CHANNEL>_<WHAT>   e.g. ACME_TELEGRAM_TOKEN for the client `acme`

In demo mode each has a value that anybody can know; production refuses to start without its own.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache

from dotenv import dotenv_values

from backend.clients import Client
from backend.settings import Settings

#: What each channel needs.
#: telegram: the bot's token, and the secret_token that was given to setWebhook.
#: sms: the account's SID and its auth token, which also signs.
#: whatsapp: the access token, the app secret, which signs, and the token of the GET handshake.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "telegram": ("token", "secret"),
    "sms": ("account", "token"),
    "whatsapp": ("token", "secret", "verify"),
}
_DEMO = "demo"


def secret(settings: Settings, client: str, channel: str, what: str) -> str:
    """A secret of a client's channel; empty when it is not set, which matches nothing."""
    value = _environment().get(secret_name(client, channel, what), "")
    return value or (demo_secret(client, channel, what) if settings.demo else "")


def secret_name(client: str, channel: str, what: str) -> str:
    """The name of the environment's variable."""
    return f"{client}_{channel}_{what}".replace("-", "_").upper()


def demo_secret(client: str, channel: str, what: str) -> str:
    """What stands for the secret in a demonstration."""
    return f"{_DEMO}-{client}-{channel}-{what}"


def require_secrets(settings: Settings, clients: Iterable[Client]) -> None:
    """Raises ValueError that names every secret that production still needs."""
    missing = missing_secrets(settings, clients)
    if missing:
        raise ValueError(
            f"the clients' channels need secrets of their own: {', '.join(missing)}; "
            "a channel that is not to be used is left out of the client's file"
        )


def missing_secrets(settings: Settings, clients: Iterable[Client]) -> list[str]:
    """The names of all that production still needs; a demonstration needs none."""
    return [
        secret_name(client.id, channel, what)
        for client in clients
        for channel, names in NEEDED.items()
        if client.channels.messenger(channel) is not None
        for what in names
        if not settings.demo and _is_weak(secret(settings, client.id, channel, what))
    ]


def _is_weak(value: str) -> bool:
    return not value or value.startswith(_DEMO)


def _environment() -> Mapping[str, str | None]:
    return {**_env_file(), **os.environ}


@cache
def _env_file() -> Mapping[str, str | None]:
    return dotenv_values(".env")
