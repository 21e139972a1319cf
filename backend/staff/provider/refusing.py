"""Why somebody who came back from the identity provider does not get in."""

from typing import Literal, get_args

#: Each is a page of the console with a sentence of its own.
Reason = Literal[
    "away",
    "not-let-in",
    "stale",
    "not-valid",
    "no-access",
    "incomplete",
    "email-taken",
    "switched-off",
    "too-often",
]
REASONS: tuple[Reason, ...] = get_args(Reason)


class Refused(Exception):
    """No way in, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
