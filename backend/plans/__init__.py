"""Instalment plans: the arithmetic and the rules, without database, web or clock.

A caller reads like the sentence that it implements:

    outcome = negotiate(claim, rules, proposal, on=today)
    match outcome:
        case Offer(): ...  # within the rules: may be accepted as it stands
        case CounterOffer(): ...  # the nearest plans that are, and the rules the wish broke
        case Referral(): ...  # only a person may decide; says which rule says so
"""

from backend.plans.claim import Claim, Debtor, InterestAhead, LawfulFees, Parts, Standing, Stop
from backend.plans.law.allocation import AllocationOrder, AllocationPart
from backend.plans.law.bank_days import BankDays
from backend.plans.law.ceilings import Ceiling, ceiling_of
from backend.plans.law.fact import Fact
from backend.plans.law.fee_check import FeeRefusal, FeeRule, check_fee
from backend.plans.law.fee_wish import BookedFee, FeeFacts, FeeWish
from backend.plans.law.fees import FeeCeiling
from backend.plans.law.jurisdiction import (
    Helpline,
    Jurisdiction,
    jurisdiction,
    known_jurisdictions,
)
from backend.plans.law.late_interest import DayCount, LateInterest, RateSpan, RateUnknown
from backend.plans.law.limitation import AgreementKind, ClaimKind, Limitation
from backend.plans.law.plan_bounds import PlanBound
from backend.plans.law.plan_fees import lawful_fees
from backend.plans.law.time_bar import (
    DatedClaim,
    Interruption,
    InterruptionKind,
    Renewal,
    effect_of_agreement,
    perhaps_time_barred,
    time_barred_from,
)
from backend.plans.ledger.allocation import Allocation, FeeLine, Order, order_of
from backend.plans.ledger.balance import Balance, balance_on
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind, LedgerError, standing_on
from backend.plans.ledger.interest import InterestClock, Segment
from backend.plans.ledger.terms import (
    InterestBasis,
    agreed_interest,
    no_interest,
    statutory_interest,
)
from backend.plans.money import to_minor
from backend.plans.negotiation.changing import change
from backend.plans.negotiation.comparing import Comparison, compare
from backend.plans.negotiation.deferral import Deferral, defer
from backend.plans.negotiation.negotiating import negotiate
from backend.plans.negotiation.outcome import (
    BrokenRule,
    Costs,
    CounterOffer,
    Offer,
    Outcome,
    Payment,
    Plan,
    Referral,
    Rule,
    Uncovered,
)
from backend.plans.negotiation.pausing import PauseWish, pause
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.running_plan import RunningPlan
from backend.plans.negotiation.settlement import SettlementWish, settle
from backend.plans.negotiation.several import (
    Named,
    Shares,
    apart,
    month_of,
    order_of_least_cost,
    together,
)
from backend.plans.paying import Code, payment_codes
from backend.plans.reading import DataError
from backend.plans.references.accounts import is_number
from backend.plans.references.check_digits import (
    REFERENCE_SCHEMES,
    is_payment_reference,
    payment_reference,
)
from backend.plans.references.payable import Payable
from backend.plans.references.same_reference import is_same_reference
from backend.plans.rules.band import Band
from backend.plans.rules.by_hand import Limits
from backend.plans.rules.plan_rules import PlanRules, RuleBook
from backend.plans.rules.rhythm import Rhythm
from backend.plans.rules.when import Trait

__all__ = [
    "CLAIMED",
    "REFERENCE_SCHEMES",
    "AgreementKind",
    "Allocation",
    "AllocationOrder",
    "AllocationPart",
    "Balance",
    "Band",
    "BankDays",
    "BookedFee",
    "BrokenRule",
    "Ceiling",
    "Claim",
    "ClaimKind",
    "Code",
    "Comparison",
    "Costs",
    "CounterOffer",
    "DataError",
    "DatedClaim",
    "DayCount",
    "Debtor",
    "Deferral",
    "Entry",
    "EntryKind",
    "Fact",
    "FeeCeiling",
    "FeeFacts",
    "FeeLine",
    "FeeRefusal",
    "FeeRule",
    "FeeWish",
    "Helpline",
    "InterestAhead",
    "InterestBasis",
    "InterestClock",
    "Interruption",
    "InterruptionKind",
    "Jurisdiction",
    "LateInterest",
    "LawfulFees",
    "LedgerError",
    "Limitation",
    "Limits",
    "Named",
    "Offer",
    "Order",
    "Outcome",
    "Parts",
    "PauseWish",
    "Payable",
    "Payment",
    "Plan",
    "PlanBound",
    "PlanRules",
    "Proposal",
    "RateSpan",
    "RateUnknown",
    "Referral",
    "Renewal",
    "Rhythm",
    "Rule",
    "RuleBook",
    "RunningPlan",
    "Segment",
    "SettlementWish",
    "Shares",
    "Standing",
    "Stop",
    "Trait",
    "Uncovered",
    "agreed_interest",
    "apart",
    "balance_on",
    "ceiling_of",
    "change",
    "check_fee",
    "compare",
    "defer",
    "effect_of_agreement",
    "is_number",
    "is_payment_reference",
    "is_same_reference",
    "jurisdiction",
    "known_jurisdictions",
    "lawful_fees",
    "month_of",
    "negotiate",
    "no_interest",
    "order_of",
    "order_of_least_cost",
    "pause",
    "payment_codes",
    "payment_reference",
    "perhaps_time_barred",
    "settle",
    "standing_on",
    "statutory_interest",
    "time_barred_from",
    "to_minor",
    "together",
]
