"""Waiting until something is so, instead of for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

import httpx

Found = TypeVar("Found")
LONGEST_SECONDS = 30.0


def until(
    look: Callable[[], Found | None],
    what: str,
    seconds: float = LONGEST_SECONDS,
    *,
    every: float = 0.1,
) -> Found:
    """What `look` finds, once it finds something. Raises AssertionError that names `what`.

    A server that is away while it is started again is looked for again.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if found := look():
                return found
        except httpx.TransportError:
            pass
        time.sleep(every)
    raise AssertionError(f"waited {seconds:.0f} seconds in vain: {what}")
