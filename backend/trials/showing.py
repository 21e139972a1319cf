"""What would change, as a page in the terminal."""

from collections.abc import Iterator

from backend.trials.answer import KINDS
from backend.trials.lines import answered, major, wished
from backend.trials.summary import Shift, Summary

_PERCENT = 100


def page(summary: Summary, minor_digits: int, currency: str) -> Iterator[str]:
    """The lines of the page; `minor_digits` are the decimals of the `currency`."""
    same = summary.tried - summary.changed
    yield f"  {'the same answer':<20}{_count(same)}{_share(same, summary.tried)}"
    yield f"  {'another answer':<20}{_count(summary.changed)}{_share(summary.changed, summary.tried)}"
    if summary.left_out:
        yield f"  {'not tried':<20}{_count(summary.left_out)}  stored without what it takes"
    if not summary.changed:
        return
    yield from ("", *_outcomes(summary))
    yield from ("", *_rules(summary), "")
    yield _shift("smallest instalment", summary.smallest, minor_digits, currency)
    yield _shift("what a plan costs", summary.cost, minor_digits, currency)
    yield from ("", "For example", *_examples(summary, minor_digits))


def _outcomes(summary: Summary) -> Iterator[str]:
    yield f"  {'before':<20}" + "".join(f"{f'now {kind}':>14}" for kind in KINDS)
    for before in KINDS:
        counts = (summary.outcomes[before, after] for after in KINDS)
        yield f"  {before:<20}" + "".join(f"{_count(count):>14}" for count in counts)


def _rules(summary: Summary) -> Iterator[str]:
    yield f"  {'the rule that spoke':<30}{'before':>10}{'now':>10}{'':>4}difference"
    for rule in sorted({*summary.rules_before, *summary.rules_after}):
        before, after = summary.rules_before[rule], summary.rules_after[rule]
        difference = f"{after - before:+,}".replace(",", " ") if after != before else "0"
        yield f"  {rule:<30}{_count(before)}{_count(after)}{difference:>14}"


def _shift(what: str, shift: Shift, minor_digits: int, currency: str) -> str:
    parts = [
        f"{word} for {_count(count).strip()} (by {major(total // count, minor_digits)} {currency})"
        for word, count, total in (
            ("lower", shift.lower, shift.less),
            ("higher", shift.higher, shift.more),
        )
        if count
    ]
    parts.append(f"the same for {_count(shift.same).strip()}")
    return f"  {what + ':':<22}{', '.join(parts)}"


def _examples(summary: Summary, minor_digits: int) -> Iterator[str]:
    for examples in summary.examples.values():
        for tried in examples:
            wish = tried.wish
            yield (
                f"  {wish.reference}, {wish.asked_on}, {wish.kind.value}: {wished(tried, minor_digits)}"
            )
            yield f"      before: {answered(tried.before, minor_digits)}"
            yield f"      now:    {answered(tried.after, minor_digits)}"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", " ").rjust(10)


def _share(part: int, of: int) -> str:
    return f"  {part * _PERCENT / of:3.0f} %" if of else ""
