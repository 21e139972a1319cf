"""When a plan is paid: its rhythm, first payment and pay day, as near to the wish as allowed."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from backend.plans.law.bank_days import BankDays
from backend.plans.negotiation.outcome import BrokenRule, Rule
from backend.plans.negotiation.proposal import Proposal
from backend.plans.rules.band import Band
from backend.plans.rules.rhythm import Rhythm, first_due_dates

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pace:
    """The rhythm of a plan.

    `scale` is how many wished payments make one of the plan: not 1 when the wish had another
    rhythm, so that 100 a week is compared with 433 a month.
    """

    rhythm: Rhythm
    scale: Fraction = Fraction(1)
    broken: tuple[BrokenRule, ...] = ()


@dataclass(frozen=True)
class Timing:
    """The first payment and the pay day (1-28) of those after it.

    `first` may be a day on which the banks are closed: the payment is then due on the next bank
    day, which is still within the rules.
    """

    first: date
    pay_day: int
    broken: tuple[BrokenRule, ...]

    def due_dates(self, rhythm: Rhythm, bank_days: BankDays, count: int) -> tuple[date, ...]:
        """The first `count` due dates."""
        return first_due_dates(self.first, self.pay_day, rhythm, bank_days, count)


def settle_pace(proposal: Proposal, band: Band) -> Pace:
    """The wished rhythm where the band has it, otherwise the band's first."""
    offered = band.rhythm[0]
    if proposal.rhythm is None:
        return Pace(offered)
    if proposal.rhythm in band.rhythm:
        return Pace(Rhythm(proposal.rhythm))
    broken = (BrokenRule(Rule.RHYTHM, offered.value, proposal.rhythm),)
    if proposal.rhythm in list(Rhythm):
        scale = Fraction(Rhythm(proposal.rhythm).per_year, offered.per_year)
        return Pace(offered, scale, broken)
    return Pace(offered, broken=broken)


def settle_timing(
    proposal: Proposal, band: Band, rhythm: Rhythm, bank_days: BankDays, on: date
) -> Timing | None:
    """The allowed first payment and pay day that are nearest to the wish, seen from the day `on`.

    The first payment may fall on any day of the month; `pay_days` bind the others. Without a wish
    for it, it falls on the next wished pay day, or else a step of the rhythm from today. Without a
    wished pay day the others follow the day of the first. None when no bank day is soon enough.
    """
    start = on + timedelta(days=band.first_payment.not_before_days)
    earliest = bank_days.on_or_after(start)
    latest = bank_days.on_or_before(on + timedelta(days=band.first_payment.within_days))
    if earliest > latest:
        return None

    broken = []
    pay_day = None
    if proposal.day_of_month is not None:
        pay_day = band.pay_days.nearest(proposal.day_of_month)
        if pay_day != proposal.day_of_month:
            broken.append(BrokenRule(Rule.PAY_DAY, pay_day, proposal.day_of_month))

    if proposal.first_date is not None:
        first = asked = proposal.first_date
    elif pay_day is not None:
        first = asked = _next(pay_day, start)
    else:
        step = on + rhythm.step
        usual = step.replace(day=band.pay_days.nearest(step.day))
        first = asked = min(max(usual, earliest), latest)

    if asked < start:
        first = earliest
        broken.append(BrokenRule(Rule.FIRST_PAYMENT_NOT_BEFORE, earliest, asked))
    elif asked > latest or bank_days.on_or_after(asked) > latest:
        first = latest
        broken.append(BrokenRule(Rule.FIRST_PAYMENT_WITHIN_DAYS, latest, asked))
    return Timing(first, pay_day or band.pay_days.nearest(asked.day), tuple(broken))


def _next(day_of_month: int, day: date) -> date:
    while day.day != day_of_month:
        day += _DAY
    return day
