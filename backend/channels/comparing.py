"""Compares what was given with a secret, in the same time whatever was given."""

import hmac


def same(given: str, wanted: str) -> bool:
    """Whether both are the same; an empty secret is the same as nothing."""
    return bool(wanted) and hmac.compare_digest(given.encode(), wanted.encode())
