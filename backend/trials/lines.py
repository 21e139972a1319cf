"""One wish and its two answers as a line: for the terminal, and for a table of all that change."""

from collections.abc import Sequence
from decimal import Decimal

from backend.trials.answer import Answer
from backend.trials.trial import Tried

COLUMNS = (
    *("case", "day", "kind", "wish"),
    *("before", "instalments_before", "instalment_before", "total_before", "rules_before"),
    *("after", "instalments_after", "instalment_after", "total_after", "rules_after"),
)
_MONEY = ("amount", "down_payment")


def columns(tried: Tried, minor_digits: int) -> Sequence[str]:
    """The line of a table with COLUMNS; money in major units, with a point."""
    wish = tried.wish
    return (
        *(wish.reference, wish.asked_on.isoformat(), wish.kind.value, wished(tried, minor_digits)),
        *_columns(tried.before, minor_digits),
        *_columns(tried.after, minor_digits),
    )


def wished(tried: Tried, minor_digits: int) -> str:
    """What was wished, as `amount 500, day_of_month 25`; `-` when nothing was named."""
    terms = tried.wish.terms.items()
    said = [
        f"{name} {major(value, minor_digits) if name in _MONEY else value}" for name, value in terms
    ]
    return ", ".join(said) or "-"


def answered(answer: Answer, minor_digits: int) -> str:
    """An answer, as `counter 12 x 405.00 (instalments_at_most)`."""
    first = answer.plans[:1]
    plan = [f"{one.instalments} x {major(one.instalment, minor_digits)}" for one in first]
    why = [f"({', '.join(answer.rules)})"] if answer.rules else []
    return " ".join([answer.kind, *plan, *why])


def major(minor: int, minor_digits: int) -> str:
    """A sum in major units, with as many decimals as the currency has."""
    return str(Decimal(minor).scaleb(-minor_digits))


def _columns(answer: Answer, minor_digits: int) -> Sequence[str]:
    rules = " ".join(answer.rules)
    if not answer.plans:
        return (answer.kind, "", "", "", rules)
    plan = answer.plans[0]
    sums = (major(plan.instalment, minor_digits), major(plan.total, minor_digits))
    return (answer.kind, str(plan.instalments), *sums, rules)
