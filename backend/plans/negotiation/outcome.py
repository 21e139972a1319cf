"""What a negotiation ends in, and why: never an unexplained no."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from backend.plans.claim import Stop
from backend.plans.rules.rhythm import Rhythm


class Rule(StrEnum):
    """The rules that a wish can break. Beside each: what `limit` and `wished` are."""

    INSTALMENT_AT_LEAST = "instalment_at_least"  # minor units
    DOWN_PAYMENT_AT_LEAST = "down_payment_at_least"  # minor units
    INSTALMENTS_AT_MOST = "instalments_at_most"  # payments in all
    DURATION = "duration"  # months
    END_DATE = "end_date"  # dates: the latest (or first) due date possible, the day wished
    FIRST_PAYMENT_WITHIN_DAYS = "first_payment_within_days"  # dates: the latest bank day allowed
    FIRST_PAYMENT_NOT_BEFORE = "first_payment_not_before"  # dates: the earliest bank day allowed
    PAY_DAY = "pay_day"  # days of the month: the nearest allowed
    RHYTHM = "rhythm"  # names: the rhythm that is offered instead
    TERMS_ADD_UP = "terms_add_up"  # minor units: the balance, what the terms come to
    INSTALMENTS_FIT_TIME = "instalments_fit_time"  # payments: that the wished time has room for
    DEFERRAL_AT_MOST_DAYS = "deferral_at_most_days"  # dates: the latest bank day allowed
    DEFERRAL_NOT_BEFORE = "deferral_not_before"  # dates: the earliest bank day allowed
    SETTLEMENT_AT_LEAST = "settlement_at_least"  # minor units: the least that is taken for all
    SETTLEMENT_WITHIN_DAYS = "settlement_within_days"  # dates: the latest bank day allowed
    PAUSE_AT_MOST = "pause_at_most"  # instalments: that may be skipped
    NEXT_PAYMENT_WITHIN_DAYS = "next_payment_within_days"  # dates: the latest it may move to


class Uncovered(StrEnum):
    """What the client's rules do not cover, so that a person decides."""

    NOTHING_OWED = "nothing_owed"
    OTHER_CURRENCY = "other_currency"
    NEVER = "never"  # the client leaves such claims to people
    NO_BAND = "no_band"
    NO_BANK_DAY = "no_bank_day"
    NO_DEFERRAL = "no_deferral"
    DEFERRED_ALREADY = "deferred_already"
    NO_SETTLEMENT = "no_settlement"
    NO_PAUSE = "no_pause"
    PAUSED_ALREADY = "paused_already"
    NO_CHANGE = "no_change"
    CHANGED_ALREADY = "changed_already"
    RATE_UNKNOWN = "rate_unknown"  # interest runs past the last rate that is known
    INTEREST_RUNS = (
        "interest_runs"  # while the plan is kept, so that it is no part of one with others
    )


@dataclass(frozen=True)
class BrokenRule:
    """A rule that the wish broke: what it allows and what was wished, in the units of `Rule`.

    Where a number or a time is too long, `least` is the instalment (minor units) that the limit
    leads to: the smallest that the client names may be smaller and cannot be had.
    """

    rule: Rule
    limit: int | date | str
    wished: int | date | str
    least: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Payment:
    """One payment of a plan; `amount` in minor units."""

    due: date
    amount: int


@dataclass(frozen=True)
class Costs:
    """What a plan costs besides the balance, in minor units."""

    fee: int = 0
    notices: int = 0
    interest: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.fee + self.notices + self.interest


@dataclass(frozen=True)
class Plan:
    """A whole plan. `instalment` (minor units) is what is paid each time, but for a down payment
    first and a smaller last payment; `pay_day` (1-28) is None when the rhythm is not monthly.
    `costs` are among what is paid; `forgiven` is what a settlement leaves unpaid.
    """

    instalment: int
    currency: str
    schedule: tuple[Payment, ...]
    rhythm: Rhythm
    pay_day: int | None
    costs: Costs = Costs()
    forgiven: int = 0

    @property
    def instalments(self) -> int:
        """The number of payments, a down payment among them."""
        return len(self.schedule)

    @property
    def total(self) -> int:
        """All that is paid, in minor units."""
        return sum(payment.amount for payment in self.schedule)


@dataclass(frozen=True)
class Offer:
    """Within the rules: may be accepted as it stands."""

    plan: Plan


@dataclass(frozen=True)
class CounterOffer:
    """The nearest plans that the rules allow (1-3, nearest first), and the rules that were broken
    (at least one).
    """

    plans: tuple[Plan, ...]
    broken: tuple[BrokenRule, ...]


@dataclass(frozen=True)
class Referral:
    """Only a person may decide; `rule` says why."""

    rule: Stop | Uncovered


Outcome = Offer | CounterOffer | Referral
