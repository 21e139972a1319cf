"""What would change, counted: one summary grows with each wish, and its size does not."""

from collections import Counter
from dataclasses import dataclass, field

from backend.agreements.models import OfferKind
from backend.trials.trial import Tried

_EXAMPLES = 3
_WITH_INSTALMENTS = (OfferKind.PLAN, OfferKind.CHANGE)


@dataclass
class Shift:
    """How a sum (minor units) moves: how often up and down, and by how much in all."""

    lower: int = 0
    higher: int = 0
    same: int = 0
    less: int = 0
    more: int = 0

    def add(self, before: int | None, after: int | None) -> None:
        """Counts one; nothing where one of them is missing."""
        if before is None or after is None:
            return
        if after < before:
            self.lower += 1
            self.less += before - after
        elif after > before:
            self.higher += 1
            self.more += after - before
        else:
            self.same += 1

    def join(self, other: "Shift") -> None:
        """Counts what the other has counted."""
        self.lower += other.lower
        self.higher += other.higher
        self.same += other.same
        self.less += other.less
        self.more += other.more


@dataclass
class Summary:
    """`outcomes` counts (before, after); `rules_before` and `rules_after` each rule's wishes.

    `examples` are the first of each kind of change; `left_out` are wishes that were stored without
    what it takes to answer them again.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    changed: int = 0
    left_out: int = 0
    rules_before: Counter[str] = field(default_factory=Counter)
    rules_after: Counter[str] = field(default_factory=Counter)
    smallest: Shift = field(default_factory=Shift)
    cost: Shift = field(default_factory=Shift)
    examples: dict[tuple[str, str], list[Tried]] = field(default_factory=dict)

    @property
    def tried(self) -> int:
        """The number of wishes that were answered again."""
        return self.outcomes.total()

    def add(self, tried: Tried | None) -> None:
        """Counts one wish."""
        if tried is None:
            self.left_out += 1
            return
        before, after = tried.before, tried.after
        kinds = before.kind, after.kind
        self.outcomes[kinds] += 1
        self.rules_before.update(before.rules)
        self.rules_after.update(after.rules)
        if tried.wish.kind in _WITH_INSTALMENTS:
            self.smallest.add(before.smallest, after.smallest)
        self.cost.add(before.cost, after.cost)
        if tried.is_changed:
            self.changed += 1
            self._keep(kinds, [tried])

    def join(self, other: "Summary") -> None:
        """Counts what the other has counted."""
        self.outcomes.update(other.outcomes)
        self.rules_before.update(other.rules_before)
        self.rules_after.update(other.rules_after)
        self.changed += other.changed
        self.left_out += other.left_out
        self.smallest.join(other.smallest)
        self.cost.join(other.cost)
        for kinds, examples in other.examples.items():
            self._keep(kinds, examples)

    def _keep(self, kinds: tuple[str, str], examples: list[Tried]) -> None:
        kept = self.examples.setdefault(kinds, [])
        kept += examples[: _EXAMPLES - len(kept)]
