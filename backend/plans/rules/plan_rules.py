"""The rules that a client has set for plans: the `plans:` section of its data file, by their dates.

Amounts are written in major units as people read them (300 is 300 kronor) and held in minor ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Self

from pydantic import Field, RootModel

from backend.plans.claim import Claim
from backend.plans.law.bank_days import BankDays
from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.reading import DataModel, read
from backend.plans.rules.band import Band
from backend.plans.rules.by_hand import Limits
from backend.plans.rules.when import Count, Trait

_ALWAYS = date.min


class Version(DataModel):
    """What holds from the day `from` on, until the next version does.

    `never` are claims that this client leaves to people whatever the bands say, `by_hand` what
    people may grant beyond the bands, by role; a plan may be undone for `undo_within_days`.
    """

    start: date = Field(alias="from")
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    never: tuple[Trait, ...] = ()
    by_hand: dict[str, Limits] = {}
    undo_within_days: Count = 0
    why: str | None = None


class Versions(RootModel[tuple[Version, ...]]):
    """The section as a list of versions."""


class Bands(RootModel[tuple[Band, ...]]):
    """The section as a list of bands: one version, which holds always."""


@dataclass(frozen=True)
class PlanRules:
    """A client's rules for plans on one day, in one country."""

    bands: tuple[Band, ...]
    country: Jurisdiction
    never: tuple[Trait, ...] = ()
    by_hand: dict[str, Limits] = field(default_factory=dict)
    undo_within_days: int = 0

    @property
    def currency(self) -> str:
        """The ISO code of the money that the rules are about."""
        return self.country.currency

    @property
    def bank_days(self) -> BankDays:
        """The bank days of the country."""
        return self.country.bank_days

    @classmethod
    def read(cls, section: Sequence[object], country: Jurisdiction) -> Self:
        """The rules of a section without dates (as YAML gives it). Raises DataError."""
        bands = read(Bands, section, name="plans", minor_digits=country.minor_digits)
        return cls(bands.root, country)

    def band_for(self, claim: Claim) -> Band | None:
        """The band that `claim` falls in, if there is one."""
        return next((band for band in self.bands if band.when.fits(claim)), None)

    def as_granted_by(self, role: str, claim: Claim) -> Self:
        """The rules as a person of `role` may apply them to `claim`: never narrower than these."""
        limits = self.by_hand.get(role)
        if limits is None or not limits.balance.holds(claim.balance):
            return self
        return replace(self, bands=tuple(map(limits.widen, self.bands)), never=())


@dataclass(frozen=True)
class RuleBook:
    """All versions of a client's rules, the oldest first."""

    versions: tuple[Version, ...]
    country: Jurisdiction

    @classmethod
    def read(cls, section: Sequence[object], country: Jurisdiction) -> Self:
        """The rules of a section with or without dates. Raises DataError."""
        if has_dates(section):
            found = read(Versions, section, name="plans", minor_digits=country.minor_digits).root
        else:
            bands = read(Bands, section, name="plans", minor_digits=country.minor_digits).root
            found = (Version.model_construct(start=_ALWAYS, bands=bands),) if bands else ()
        return cls(tuple(sorted(found, key=lambda version: version.start)), country)

    def on(self, day: date) -> PlanRules:
        """The rules of `day`; before the first version there are none, and people decide."""
        begun = [version for version in self.versions if version.start <= day]
        if not begun:
            return PlanRules((), self.country)
        now = begun[-1]
        return PlanRules(
            now.bands, self.country, now.never, dict(now.by_hand), now.undo_within_days
        )


def has_dates(section: object) -> bool:
    """Whether a `plans:` section is written in versions; otherwise it is a list of bands."""
    return isinstance(section, Sequence) and any(
        isinstance(part, dict) and ("bands" in part or "from" in part) for part in section
    )
