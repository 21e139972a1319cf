"""How often somebody may do something; limits.yaml has the numbers."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import yaml
from fastapi.responses import JSONResponse
from redis.asyncio import Redis

from backend.problems import Problem

_USUAL = Path(__file__).with_name("limits.yaml")
_MOST_KEPT = 10_000


@dataclass(frozen=True)
class Limit:
    """At most so many times within so many seconds."""

    at_most: int
    seconds: int


class TooFast(Problem):
    """429, with the time after which to try again."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(429, "too-fast", detail)
        self.seconds = seconds

    def response(self) -> JSONResponse:
        """The problem with its Retry-After header."""
        response = super().response()
        response.headers["Retry-After"] = str(self.seconds)
        return response


class Limits(Protocol):
    """Counts per limit and key, in windows that begin with the first count."""

    async def spend(self, limit: str, key: str) -> int:
        """Counts one; 0 when it is within the limit, else the seconds to wait."""

    async def give_back(self, limit: str, key: str) -> None:
        """Takes one count back that turned out to be none."""


@dataclass
class _Window:
    ends_at: float
    count: int = 0


class MemoryLimits:
    """Counts of one process."""

    def __init__(self, limits: Mapping[str, Limit] | None = None) -> None:
        self._limits = limits or read_limits()
        self._windows: dict[str, _Window] = {}

    async def spend(self, limit: str, key: str) -> int:
        """Counts one; 0 when it is within the limit, else the seconds to wait."""
        allowed, now = self._limits[limit], time.monotonic()
        self._forget_what_is_over(now)
        window = self._windows.get(_name(limit, key))
        if window is None or window.ends_at <= now:
            window = self._windows[_name(limit, key)] = _Window(now + allowed.seconds)
        window.count += 1
        return 0 if window.count <= allowed.at_most else max(1, round(window.ends_at - now))

    async def give_back(self, limit: str, key: str) -> None:
        """Takes one count back."""
        window = self._windows.get(_name(limit, key))
        if window is not None:
            window.count -= 1

    def _forget_what_is_over(self, now: float) -> None:
        if len(self._windows) > _MOST_KEPT:
            self._windows = {k: w for k, w in self._windows.items() if w.ends_at > now}


class RedisLimits:
    """Counts of several processes."""

    def __init__(self, redis: Redis, limits: Mapping[str, Limit] | None = None) -> None:
        self._redis = redis
        self._limits = limits or read_limits()

    async def spend(self, limit: str, key: str) -> int:
        """Counts one; 0 when it is within the limit, else the seconds to wait."""
        allowed, name = self._limits[limit], _name(limit, key)
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.set(name, 0, ex=allowed.seconds, nx=True)
            pipeline.incr(name)
            pipeline.ttl(name)
            _, count, left = await pipeline.execute()
        return 0 if count <= allowed.at_most else max(1, int(left))

    async def give_back(self, limit: str, key: str) -> None:
        """Takes one count back, unless its window is over."""
        await self._redis.set(_name(limit, key), 0, ex=1, nx=True)
        await self._redis.decr(_name(limit, key))


@cache
def read_limits(file: Path = _USUAL) -> Mapping[str, Limit]:
    """The limits of limits.yaml; another file of its shape says what is to be different."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    usual = {} if file == _USUAL else read_limits()
    return {**usual, **{name: Limit(**numbers) for name, numbers in content.items()}}


def _name(limit: str, key: str) -> str:
    # Keys are e-mails and addresses; neither is to be readable in Redis.
    return f"sovinto:limit:{limit}:{sha256(key.encode()).hexdigest()}"
