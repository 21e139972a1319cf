"""The token that opens one conversation. Only its fingerprint is stored."""

import secrets
from hashlib import sha256

_BYTES = 32


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def fingerprint(token: str) -> str:
    """What is stored of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def opens(token: str, stored: str) -> bool:
    """Whether the token is the one with the stored fingerprint; takes the same time either way."""
    return secrets.compare_digest(fingerprint(token), stored)
