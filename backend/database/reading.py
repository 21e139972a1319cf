"""What a session that only looks has read once, it does not read again.

A card is put together of parts that each ask for the case's ledger and plans by themselves, and none
of them should have to be handed what another has read. A session that writes reads what is there.
"""

from collections.abc import Callable, Coroutine, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

P = ParamSpec("P")
R = TypeVar("R")
_KNOWN = "read once"


def only_looks(session: AsyncSession) -> None:
    """From now on the session changes nothing that it reads."""
    session.info[_KNOWN] = {}


def read_once(
    read: Callable[Concatenate[AsyncSession, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[AsyncSession, P], Coroutine[Any, Any, R]]:
    """Decorates a function of a repository, whose other arguments can be hashed and are by place."""

    @wraps(read)
    async def once(session: AsyncSession, /, *args: P.args, **named: P.kwargs) -> R:
        known: dict[Hashable, Any] | None = session.info.get(_KNOWN)
        if known is None or named:
            return await read(session, *args, **named)
        key = (read, args)
        if key not in known:
            known[key] = await read(session, *args, **named)
        found: R = known[key]
        return found

    return once
