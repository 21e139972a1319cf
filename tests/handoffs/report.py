"""The share of facts that the cards hold, a fact and a language, and what is missing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.table import columns
from tests.handoffs import checks, checks_of_the_case
from tests.handoffs.checks import Check
from tests.handoffs.played import Played
from tests.handoffs.situations import facts

AIM = 98.0

CHECKS: dict[str, Check] = {
    "identified": checks.identified,
    "person": checks.person,
    "reach": checks.reach,
    "language": checks.language,
    "plain": checks.plain,
    "cases": checks_of_the_case.cases,
    "balances": checks_of_the_case.balances,
    "reason": checks.reason,
    "words": checks.words,
    "asked": checks.asked,
    "proposal": checks_of_the_case.proposal,
    "shown": checks_of_the_case.shown,
    "refused": checks_of_the_case.refused,
    "agreed": checks_of_the_case.agreed,
    "rests": checks_of_the_case.rests,
    "care": checks.care,
    "mood": checks.mood,
    "flow": checks.flow,
    "next": checks_of_the_case.next_steps,
    "promised": checks.promised,
}


@dataclass(frozen=True)
class Held:
    """Whether one card holds one fact; `wrong` says what not."""

    played: Played
    fact: str
    wrong: Sequence[str]


def held(played: Played) -> list[Held]:
    """Each fact that is asked of the hand-over; without a card none of them is held."""
    if played.card is None:
        return [Held(played, fact, [played.failed or "no card"]) for fact in CHECKS]
    found = []
    for fact, check in CHECKS.items():
        wrong = check(played, played.card)
        if wrong is not None:
            found.append(Held(played, fact, wrong))
    return found


def percent(of: Sequence[Held]) -> float:
    """How many of a hundred are held."""
    return 100 * sum(not one.wrong for one in of) / len(of) if of else 100.0


def tables(all_played: Sequence[Played], all_held: Sequence[Held]) -> str:
    """In Markdown: by fact, by language, by reason."""
    by_fact = [
        [
            facts()[fact].what,
            facts()[fact].asked_of,
            *_counted([o for o in all_held if o.fact == fact]),
        ]
        for fact in CHECKS
    ]
    languages = list(dict.fromkeys(one.language for one in all_played))
    by_language = [
        [name, *_counted([one for one in all_held if one.played.language == name])]
        for name in languages
    ]
    return "\n\n".join(
        [
            f"{len(all_played)} hand-overs, {len(_reasons(all_played))} reasons, "
            f"{len(all_held)} facts looked for: **{percent(all_held):.1f} %** held.",
            columns(["fact", "asked of", "held", "of", "%"], by_fact),
            columns(["language", "held", "of", "%"], by_language),
            columns(
                ["reason", "hand-overs"], [[r, str(n)] for r, n in _reasons(all_played).items()]
            ),
        ]
    )


def missing(all_held: Sequence[Held]) -> list[str]:
    """A line for each fact that is not held."""
    lines = []
    for one in all_held:
        if one.wrong:
            lines.append(f"- {one.played.name}: {one.fact}: {'; '.join(one.wrong)}")
    return lines


def _reasons(all_played: Sequence[Played]) -> dict[str, int]:
    return dict(sorted(Counter(one.situation.reason for one in all_played).items()))


def _counted(of: Sequence[Held]) -> list[str]:
    return [str(sum(not one.wrong for one in of)), str(len(of)), f"{percent(of):.0f}"]
