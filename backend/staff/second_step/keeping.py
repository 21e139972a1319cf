"""Keeps the secret of somebody's app so that the database alone gives it to nobody."""

import base64
from typing import TYPE_CHECKING

from pydantic import SecretStr

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

_PURPOSE = b"sovinto second step"


class SecretLost(Exception):
    """The key is another than the one that it was kept with, or it was kept for another user."""


def encipher(key: SecretStr, user: str, secret: str) -> str:
    """What is stored. It opens for this user alone: moved to another it is worth nothing."""
    return _box(key).encrypt(f"{user}:{secret}".encode()).decode()


def decipher(key: SecretStr, user: str, stored: str) -> str:
    """The secret. Raises SecretLost."""
    from cryptography.fernet import InvalidToken

    try:
        owner, _, secret = _box(key).decrypt(stored).decode().partition(":")
    except InvalidToken as error:
        raise SecretLost from error
    if owner != user:
        raise SecretLost
    return secret


def _box(key: SecretStr) -> "Fernet":
    # Loaded when somebody has a second step: a process where nobody does never waits for it.
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
    return Fernet(base64.urlsafe_b64encode(derive.derive(key.get_secret_value().encode())))
