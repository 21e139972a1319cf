"""Two sets of rules side by side: what each answers to a wish that was once made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backend.agreements.models import OfferKind
from backend.agreements.replaying import NotReplayable, StoredWish, claim_from, outcome_again
from backend.plans import Band, Claim, PlanRules
from backend.trials.answer import Answer

_BY_BAND_ALONE = (OfferKind.PLAN, OfferKind.SETTLEMENT)


@dataclass(frozen=True)
class Tried:
    """A wish with the answer of the rules before and after."""

    wish: StoredWish
    before: Answer
    after: Answer

    @property
    def is_changed(self) -> bool:
        """Whether the debtor would be answered something else."""
        return self.before != self.after


class Trial:
    """Tries `after` beside `before`, both of one country."""

    def __init__(self, before: PlanRules, after: PlanRules) -> None:
        self._before = before
        self._after = after
        self._alike: dict[tuple[int, int], bool] = {}

    @property
    def minor_digits(self) -> int:
        """The decimals of the currency in which the rules are written."""
        return self._before.country.minor_digits

    def each(self, wishes: Iterable[StoredWish]) -> Iterator[Tried | None]:
        """Each wish tried; None for one that was stored without what it takes."""
        for wish in wishes:
            try:
                yield self.one(wish)
            except NotReplayable:
                yield None

    def one(self, wish: StoredWish) -> Tried:
        """One wish. Raises NotReplayable."""
        claim = claim_from(wish.claim, self._before.country, wish.asked_on)
        before = Answer.of(outcome_again(wish, claim, self._before))
        if wish.kind in _BY_BAND_ALONE and self._treats_alike(claim):
            return Tried(wish, before, before)
        return Tried(wish, before, Answer.of(outcome_again(wish, claim, self._after)))

    def _treats_alike(self, claim: Claim) -> bool:
        """Whether both have the same to say about the claim, so that one answer is enough."""
        if self._before.never != self._after.never:
            return False
        before, after = self._before.band_for(claim), self._after.band_for(claim)
        key = id(before), id(after)
        if key not in self._alike:
            self._alike[key] = _without_why(before) == _without_why(after)
        return self._alike[key]


def _without_why(band: Band | None) -> Band | None:
    """What holds, without whom it holds for and the reason for it."""
    return band and band.model_copy(update={"why": None, "when": None})
