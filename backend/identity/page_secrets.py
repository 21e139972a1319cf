"""With which secret a client's payment page signs: each client's own.

    <CLIENT>_PAYMENT_PAGE_SECRET   e.g. ACME_PAYMENT_PAGE_SECRET for the client `acme`

Without it, a demonstration has one for all, PAYMENT_PAGE_SECRET, and production one a client that
is derived from it (`./sovinto secrets` tells it), so that no client's page can speak for another's.
"""

import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from functools import cache

from dotenv import dotenv_values

from backend.settings import Settings, is_weak


def page_secret(settings: Settings, client: str) -> str:
    """The secret of the client's payment page."""
    master = settings.payment_page_secret.get_secret_value()
    return _own(client) or (master if settings.demo else _derived(master, client))


def secret_name(client: str) -> str:
    """The name of the environment's variable."""
    return f"{client}_payment_page_secret".replace("-", "_").upper()


def check_page_secrets(settings: Settings, clients: Iterable[str]) -> None:
    """Raises ValueError that names every own secret that is too weak for production, or not own."""
    if wrong := wrong_page_secrets(settings, clients):
        raise ValueError(
            "each payment page needs a secret of its own, at least 32 characters: "
            + ", ".join(wrong)
        )


def wrong_page_secrets(settings: Settings, clients: Iterable[str]) -> list[str]:
    """The names of those that are too weak for production, or that two have; by name."""
    own = {secret_name(client): secret for client in clients if (secret := _own(client))}
    values = list(own.values())
    wrong = [name for name, secret in own.items() if is_weak(secret) or values.count(secret) > 1]
    return [] if settings.demo else sorted(wrong)


def _own(client: str) -> str:
    return {**_env_file(), **os.environ}.get(secret_name(client)) or ""


def _derived(master: str, client: str) -> str:
    return hmac.new(
        master.encode(), f"payment page of {client}".encode(), hashlib.sha256
    ).hexdigest()


@cache
def _env_file() -> Mapping[str, str | None]:
    return dotenv_values(".env")
