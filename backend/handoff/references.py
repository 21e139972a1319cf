"""References that are read aloud: no letter or digit that is mistaken for another, no vowels."""

import secrets

_SIGNS = "23456789BCDFGHJKMNPQRTVWXZ"
_LENGTH = 6


def new_reference() -> str:
    """Such as H-7K3M9Q."""
    return "H-" + "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
