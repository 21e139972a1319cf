"""Whether a claim may be too old, and what a yes to a plan does to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.law.limitation import (
    AgreementEffect,
    ClaimKind,
    InterruptingStep,
    Limitation,
    years_after,
)

InterruptionKind = InterruptingStep | Literal["agreement"]


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

    `longer` when the new period is longer than the claim's own; `row` says where this is from.
    """

    until: date
    years: int
    longer: bool
    row: AgreementEffect


def time_barred_from(
    country: Jurisdiction,
    kind: ClaimKind,
    due: date,
    interruptions: Sequence[Interruption] = (),
    *,
    arose: date | None = None,
) -> date:
    """The first day on which the claim may be too old.

    `due` is its due date. `arose` is the earlier day on which it arose: it counts where the period
    runs from that; where it is not known the due date stands in for it, and the result may be late
    by the time that the debtor had to pay. An interruption after the time has run out is too late.
    """
    law = country.limitation
    start = arose if arose is not None and law.runs_from.value == "arose" else due
    until = years_after(start, law.years(kind))
    for step in sorted(interruptions, key=lambda step: step.on):
        years = _years_anew(law, kind, step.kind)
        if years is not None and step.on < until:
            until = max(until, years_after(step.on, years))
    return _no_later_than_final(law, due, until)


def perhaps_time_barred(
    country: Jurisdiction,
    kind: ClaimKind,
    due: date,
    interruptions: Sequence[Interruption],
    on: date,
    *,
    arose: date | None = None,
) -> bool:
    """Whether the claim may be too old on a day; then nothing is agreed without a person."""
    return on >= time_barred_from(country, kind, due, interruptions, arose=arose)


def effect_of_agreement(
    country: Jurisdiction, kind: ClaimKind, on: date, *, due: date | None = None
) -> Renewal | None:
    """What a yes on a day does to the limitation of the claim; None where it does nothing.

    With `due`, the due date, the renewal ends no later than the country's final period.
    """
    law = country.limitation
    if not law.agreement.renews:
        return None
    years = law.years_after_agreement(kind)
    until = years_after(on, years)
    if due is not None:
        until = _no_later_than_final(law, due, until)
    return Renewal(until, years, years > law.years(kind), law.agreement)


def _years_anew(law: Limitation, kind: ClaimKind, step: InterruptionKind) -> int | None:
    if step == "agreement":
        return law.years_after_agreement(kind) if law.agreement.renews else None
    return law.years(kind) if step in law.renewed_by.steps else None


def _no_later_than_final(law: Limitation, due: date, until: date) -> date:
    if law.final.years is None:
        return until
    return min(until, years_after(due, law.final.years))
