"""How long things took."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Latencies:
    """Milliseconds, in any order; at least one."""

    milliseconds: tuple[float, ...]

    @classmethod
    def of(cls, milliseconds: Iterable[float]) -> "Latencies":
        """Of measured values."""
        return cls(tuple(milliseconds))

    def percentile(self, percent: float) -> float:
        """The smallest value that `percent` of all do not exceed."""
        ordered = sorted(self.milliseconds)
        return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]

    @property
    def p50(self) -> float:
        """The median."""
        return self.percentile(50)

    def __str__(self) -> str:
        parts = (f"{self.percentile(percent):.0f}" for percent in (50, 95, 99))
        return " / ".join(parts) + " ms"
