"""A debt and the plan that is agreed for it, within the client's own rules."""

from dataclasses import dataclass
from datetime import date
from random import Random

from backend.clients import Client
from backend.demo.year.shape import Shape
from backend.plans.rules.band import Band

_LEAST_PARTS = 2
_LARGEST_WITHOUT_BOUND = 40  # smallest instalments, where a band has no upper bound


@dataclass(frozen=True)
class Wish:
    """What is owed, in minor units, and in how many parts it is paid."""

    currency: str
    total: int
    instalments: int

    @property
    def instalment(self) -> int:
        """One part; the last one is smaller."""
        return -(-self.total // self.instalments)


def wish(chance: Random, shape: Shape, client: Client, on: date) -> Wish:
    """One that the rules of the day `on` allow: of the first band mostly, which is for small debts."""
    first, *others = client.rules_on(on).bands
    band = first if not others or chance.random() < shape.plan.small else chance.choice(others)
    least = band.instalment.at_least
    low, high = max(band.when.balance.over + 1, _LEAST_PARTS * least), _largest(band)
    # More small debts than large ones.
    total = round(low + (high - low) * min(chance.random(), chance.random()) ** 1.4)
    total -= total % 10**client.jurisdiction.minor_digits
    most = max(_LEAST_PARTS, min(band.instalments.at_most, total // least))
    parts = round(chance.triangular(_LEAST_PARTS, most, most))
    return Wish(client.currency, total, parts)


def _largest(band: Band) -> int:
    bound = band.when.balance.up_to or _LARGEST_WITHOUT_BOUND * band.instalment.at_least
    return min(bound, band.instalment.at_least * band.instalments.at_most * 2)
