"""What a password has to be, and one that is."""

import re
import secrets
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("common_passwords.txt")
SHORTEST = 12
LONGEST = 200
_RANDOM_BYTES = 15  # 20 characters
_ONE_PIECE_REPEATED = re.compile(r"(.{1,4})\1+")


def new_password() -> str:
    """A password that nobody can guess; it is shown once."""
    return secrets.token_urlsafe(_RANDOM_BYTES)


def what_is_wrong(password: str, email: str) -> str | None:
    """The kind of problem with a password of the user's own choice; None when it is good."""
    if len(password) < SHORTEST:
        return "password-too-short"
    written = password.casefold()
    parts = [part for part in re.split(r"[@.]", email.casefold()) if len(part) >= SHORTEST // 2]
    is_common = written in common_passwords() or _ONE_PIECE_REPEATED.fullmatch(written)
    if is_common or written == email.casefold() or written in parts:
        return "password-too-common"
    return None


@cache
def common_passwords() -> frozenset[str]:
    """The passwords that are tried first."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line and line[0] != "#")
