"""Stretches that are read by their figures, before the words: what they are and who keeps which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Optional

from .tokens import MASKS


@dataclass(frozen=True)
class Written:
    """``text[start:end]`` is this entity; without one, it is figures that mean none of ours."""

    start: int
    end: int
    entity: Optional[str] = None
    value: Any = None


def without_overlap(written: Iterable[Written]) -> list[Written]:
    """Those that come first keep their place; the result is in the order of the text."""
    kept: list[Written] = []
    covered: set[int] = set()
    for one in written:
        places = range(one.start, one.end)
        if covered.isdisjoint(places):
            covered.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def mask(text: str, written: list[Written]) -> str:
    """The text with each stretch filled by a private character, neighbours by different ones."""
    pieces, at = [], 0
    for index, one in enumerate(written):
        pieces += [text[at : one.start], MASKS[index % 2] * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, text[at:]])
