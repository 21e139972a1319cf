"""The arithmetic of number words: small ones are added, scales multiply what stands before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Optional

from .tokens import Token


@dataclass(frozen=True)
class Part:
    """One part of a number word.

    ``kind`` is small, scale, suffix, teen, and, article, couple or filler.
    """

    kind: str
    value: Decimal = Decimal(0)
    ordinal: Optional[str] = None
    money: bool = False


class Sum:
    """Adds parts up in the order they come; `settle` keeps the last place where they are one."""

    def __init__(self) -> None:
        self.thousands = Decimal(0)
        self.current: Optional[Decimal] = None
        self.scale = 1
        self.ordinal: Optional[str] = None
        self.money = self.joined = self.closed = False
        self.settled: Optional[tuple[Decimal, int, Optional[str], bool]] = None

    def settle(self) -> None:
        """Keep what has been added so far."""
        value = self.thousands + (self.current or 0)
        scale = self.scale if not self.current or self.scale == 100 else 1
        self.settled = (value, scale, self.ordinal, self.money)

    def onto(self, token: Token) -> Token:
        """A token with the number that was kept."""
        assert self.settled
        value, scale, ordinal, money = self.settled
        return replace(token, number=value, scale=scale, ordinal=ordinal, money=money)

    def take(self, parts: tuple[Part, ...]) -> bool:
        """Add parts; False where they do not fit what was said before."""
        return all(self._take_one(part) for part in parts)

    def _take_one(self, part: Part) -> bool:
        if part.kind in ("and", "filler"):
            self.joined = self.joined or part.kind == "and"
            return not self.closed
        compound = self.current is not None
        if self.closed or not getattr(self, f"_take_{part.kind}")(part.value):
            return False
        self.joined = False
        if part.ordinal:  # 'twenty-second' is no doubtful 'second'
            self.ordinal = "certain" if compound else part.ordinal
        self.money = self.money or part.money
        self.closed = part.money and part.value < 1000
        return True

    def _take_small(self, value: Decimal) -> bool:
        current = self.current
        if current is None:
            self.current = value
            return True
        low = current % 100
        fits = (
            (low == 0 and current and value < 100)
            or (low in range(20, 100, 10) and 0 < value < 10)
            or (0 < low < 10 and value in range(20, 100, 10) and self.joined)
            or (0 < low < 100 and low == int(low) and 0 < value < 1)
        )
        if fits:
            self.current = current + value
        return bool(fits)

    def _take_scale(self, value: Decimal) -> bool:
        current = self.current
        if value == 10:
            low = 0 if current is None else current % 10
            if low == 0:
                return self._take_small(value)
            before = current or Decimal(0)
            self.current = before - low + low * 10
            return before % 100 < 10
        if value < 1000:
            if current is not None and current >= 100:
                return False
            self.current = (Decimal(1) if current is None else current) * value
        else:
            if self.thousands and self.scale <= value:
                return False
            self.thousands += (Decimal(1) if current is None else current) * value
            self.current = None
        self.scale = int(value)
        return True

    def _take_suffix(self, value: Decimal) -> bool:
        return self.current is not None and self._take_scale(value)

    def _take_teen(self, value: Decimal) -> bool:
        if self.current is None or not 0 < self.current % 100 < 10:
            return False
        self.current += 10
        return True

    def _take_couple(self, value: Decimal) -> bool:
        if self.current not in (None, 1):
            return False
        self.current = Decimal(2)
        return True
