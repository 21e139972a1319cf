"""What a simulation says: a table of all, of each kind and of each language."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

from tests.bench.table import columns
from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.judging.goals import has_reached, only_a_person_can
from tests.simulation.judging.judge import judge
from tests.simulation.played import Played
from tests.simulation.written import kinds, simulation

_PLURALS = {Fault.LANGUAGE: "answers in another language"}
_HEADER = [
    *("conversations", "goal reached", "without a person", "turns", "turns to a plan"),
    *(_PLURALS.get(fault, f"{fault}s") for fault in Fault),
]


@dataclass
class Judged:
    """A conversation with what was found in it."""

    played: Played
    reached: bool
    alone: bool
    findings: list[Finding]
    needs_person: bool


_KINDS = {kind.name: kind for kind in kinds()}


def judged(played: Played) -> Judged:
    """Judges a conversation."""
    kind = _KINDS[played.kind]
    needs_person = only_a_person_can(played, kind)
    reached = has_reached(played, kind, needs_person)
    alone = reached and not played.handed_over
    return Judged(played, reached, alone, judge(played), needs_person)


@dataclass
class Sum:
    """Conversations added up."""

    conversations: int = 0
    reached: int = 0
    alone: int = 0
    without_need: int = 0
    turns: list[int] = field(default_factory=list)
    to_a_plan: list[int] = field(default_factory=list)
    faults: Counter[Fault] = field(default_factory=Counter)

    @classmethod
    def of(cls, all_judged: Iterable[Judged]) -> "Sum":
        """Adds them up."""
        total = cls()
        for one in all_judged:
            total._add(one)
        return total

    def _add(self, one: Judged) -> None:
        self.conversations += 1
        self.reached += one.reached
        if not one.needs_person:
            self.without_need += 1
            self.alone += one.alone
        self.turns.append(len(one.played.said))
        turns = one.played.turns_to("plan", "agreed")
        if turns is not None and _KINDS[one.played.kind].goal == "plan":
            self.to_a_plan.append(turns)
        self.faults.update(finding.fault for finding in one.findings)

    @property
    def alone_percent(self) -> float:
        """Of those who need no person: the goal reached without one."""
        return 100 * self.alone / self.without_need if self.without_need else 100.0

    @property
    def median_to_a_plan(self) -> float | None:
        """Messages until a plan was agreed, where one was."""
        return median(self.to_a_plan) if self.to_a_plan else None

    def cells(self) -> list[str]:
        """A row of the table."""
        percent = round(100 * self.reached / self.conversations)
        alone = f"{self.alone_percent:.0f} %" if self.without_need else ""
        plan = "" if self.median_to_a_plan is None else f"{self.median_to_a_plan:g}"
        faults = [str(self.faults[fault]) for fault in Fault]
        return [
            *(str(self.conversations), f"{percent} %", alone, f"{median(self.turns):g}", plan),
            *faults,
        ]


def tables(all_judged: list[Judged]) -> str:
    """All of it in Markdown."""
    by_kind = _by(all_judged, lambda one: one.played.kind)
    by_language = _by(all_judged, lambda one: one.played.language)
    about = [
        [name, _KINDS[name].about, *Sum.of(theirs).cells()] for name, theirs in by_kind.items()
    ]
    spoken = [[name, *Sum.of(theirs).cells()] for name, theirs in by_language.items()]
    whole = [["all", *Sum.of(all_judged).cells()]]
    return "\n\n".join(
        [
            columns(["", *_HEADER], whole),
            columns(["language", *_HEADER], spoken),
            columns(["kind", "who", *_HEADER], about),
        ]
    )


def missed_aims(total: Sum) -> tuple[list[str], list[str]]:
    """The aims that were missed: those that must never be, and the others."""
    aims = simulation().aims
    never = [
        f"{total.faults[fault]} {fault}s"
        for fault, aim in (
            (Fault.RULE, aims["rule_violations"]),
            (Fault.FIGURE, aims["wrong_figures"]),
            (Fault.FAILURE, aims["failures"]),
        )
        if total.faults[fault] > aim
    ]
    others = []
    if total.faults[Fault.LOOP] > aims["loops"]:
        others.append(f"{total.faults[Fault.LOOP]} loops")
    if total.alone_percent < aims["reached_percent"]:
        others.append(f"{total.alone_percent:.0f} % reached without a person")
    if (total.median_to_a_plan or 0) > aims["turns_to_a_plan"]:
        others.append(f"{total.median_to_a_plan:g} turns to a plan")
    return never, others


def _by(all_judged: list[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for one in all_judged:
        found.setdefault(key(one), []).append(one)
    return dict(sorted(found.items()))
