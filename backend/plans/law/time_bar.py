"""Whether a claim may be too old, and what a yes to an agreement does to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.plans.claim import Debtor
from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.law.limitation import (
    AgreementEffect,
    AgreementKind,
    ClaimKind,
    InterruptingStep,
    Limitation,
    years_after,
)

InterruptionKind = InterruptingStep | AgreementKind


@dataclass(frozen=True)
class DatedClaim:
    """What the law of limitation asks of a claim.

    `due` is its due date. `arose` is the earlier day on which it arose: it counts where the period
    runs from that; where it is not known the due date stands in for it, and the claim may then be
    taken to grow too old later than it does, by the time that the debtor had to pay.
    """

    kind: ClaimKind
    debtor: Debtor
    due: date
    arose: date | None = None


@dataclass(frozen=True)
class Interruption:
    """What may have started the period anew: a step, or an agreement such as a plan, and its day.

    A decision of a court is a `legal_step` on its day, of a claim that since then is a `title`.
    """

    kind: InterruptionKind
    on: date


@dataclass(frozen=True)
class Renewal:
    """What a yes does: a new period of `years`, so that the claim is not too old before `until`.

    `longer` when the new period is longer than the claim's own; `perhaps` is how many years it may
    be instead, where that is open. `row` says where this is from.
    """

    until: date
    years: int
    longer: bool
    row: AgreementEffect
    perhaps: int | None = None


def time_barred_from(
    country: Jurisdiction, claim: DatedClaim, interruptions: Sequence[Interruption] = ()
) -> date | None:
    """The first day on which the claim may be too old; None when its period is not known.

    An interruption after the time has run out is too late.
    """
    law = country.limitation
    own = law.years(claim.kind, claim.debtor)
    if own is None:
        return None
    start = claim.due
    if claim.arose is not None and law.runs_from.value == "arose":
        start = claim.arose
    until = years_after(start, own)
    for step in sorted(interruptions, key=lambda step: step.on):
        years = _years_anew(law, own, step.kind)
        if years is not None and step.on < until:
            until = max(until, years_after(step.on, years))
    return _no_later_than_final(law, claim, until)


def perhaps_time_barred(
    country: Jurisdiction, claim: DatedClaim, interruptions: Sequence[Interruption], on: date
) -> bool:
    """Whether the claim may be too old on a day; then nothing is agreed without a person.

    One whose period nobody knows may be.
    """
    since = time_barred_from(country, claim, interruptions)
    return since is None or on >= since


def effect_of_agreement(
    country: Jurisdiction, claim: DatedClaim, agreement: AgreementKind, on: date
) -> Renewal | None:
    """What a yes on a day does to the limitation of the claim; None where it does nothing.

    The new period ends no later than the country's final one. None also when the claim's own period
    is not known: a person decides about such a claim.
    """
    law = country.limitation
    own = law.years(claim.kind, claim.debtor)
    if own is None:
        return None
    years = _years_anew(law, own, agreement)
    if years is None:
        return None
    row = law.effect(agreement)
    until = _no_later_than_final(law, claim, years_after(on, years))
    perhaps = row.perhaps if row.perhaps is not None and row.perhaps > years else None
    return Renewal(until, years, years > own, row, perhaps)


def _years_anew(law: Limitation, own: int, kind: InterruptionKind) -> int | None:
    """The years of the period that a step or an agreement starts; None where it starts none."""
    for row in law.agreements:
        if kind in row.to:
            years = own if row.years == "same" else row.years
            return years if row.renews else None
    return own if kind in law.renewed_by.steps else None


def _no_later_than_final(law: Limitation, claim: DatedClaim, until: date) -> date:
    final = law.final_years(claim.debtor)
    return until if final is None else min(until, years_after(claim.due, final))
