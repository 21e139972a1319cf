"""What rules answer to a wish, as far as two answers are compared."""

from dataclasses import dataclass
from typing import Self

from backend.plans import CounterOffer, Offer, Outcome, Plan, Referral

KINDS = ("offer", "counter", "referral")


@dataclass(frozen=True)
class Answer:
    """`kind` is one of KINDS, `plans` are nearest first, `rules` the names of those that spoke."""

    kind: str
    plans: tuple[Plan, ...] = ()
    rules: tuple[str, ...] = ()

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        """The answer that an outcome is."""
        match outcome:
            case Offer(plan=plan):
                return cls("offer", (plan,))
            case CounterOffer(plans=plans, broken=broken):
                return cls("counter", plans, tuple(found.rule.value for found in broken))
            case Referral(rule=rule):
                return cls("referral", (), (rule.value,))

    @property
    def smallest(self) -> int | None:
        """The smallest instalment that is to be had, in minor units."""
        return min((plan.instalment for plan in self.plans), default=None)

    @property
    def cost(self) -> int | None:
        """What the nearest plan costs besides the balance, in minor units."""
        return self.plans[0].costs.total if self.plans else None
