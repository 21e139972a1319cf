"""What a debtor says next: judged by cards, buttons and words, as a person would."""

from collections import deque
from random import Random

from tests.simulation.played import Said
from tests.simulation.seen import Seen
from tests.simulation.writing import Letter, Writer
from tests.simulation.written import Goal, Kind, Language, simulation


class Debtor:
    """One debtor of a kind, with patience, in one conversation or more."""

    def __init__(self, kind: Kind, spoken: list[Language], letter: Letter, dice: Random) -> None:
        self.kind = kind
        self.language = spoken[0]
        self.goal: Goal = simulation().goals[kind.goal]
        self._spoken = spoken
        self._dice = dice
        self._writer = Writer(kind, letter, dice)
        self._agenda = deque(kind.opens)
        self._then = deque(kind.then)
        self._corrects = deque(kind.corrects)
        self._interrupts = deque(kind.interrupts)
        self._refusals = kind.refuses
        self._tries = 0
        self._persons_refused = 0
        self._offered: int | None = None
        self.reached = False

    def next(self, seen: Seen) -> Said | None:
        """The next message, or None for one who leaves."""
        if self._dice.random() < self.kind.switches:
            self.language = self._dice.choice(self._spoken)
        self._note(seen)
        if self.reached and not self._agenda:
            return self._write(self._then.popleft()) if self._then else None
        if seen.turn.mode != "bot" or seen.shows(["handoff", "callback"]):
            return None  # a person comes, and the assistant has nothing more to do
        if seen.offer_stands:
            return self._answer_an_offer(seen)
        if self._agenda:
            return self._open()
        return self._answer_a_question(seen) or self._try_for_the_goal(seen)

    def come_back(self) -> None:
        """Another conversation about the same case: the rest of what the kind wants."""
        self._agenda = deque(self.kind.returns)
        self.goal = simulation().goals["change"]
        self._corrects.clear()
        self._tries = 0
        self.reached = False

    def _note(self, seen: Seen) -> None:
        if seen.offer is not None:
            self._offered = int(seen.offer["instalment"])
        if self.goal.shows:
            self.reached = self.reached or seen.shows(self.goal.shows)
        else:  # nothing shows it: it was said, and nothing more is asked
            self.reached = seen.turn.said is not None and not self._agenda and not seen.yes_or_no

    def _open(self) -> Said:
        moves = [self._agenda.popleft()]
        while self._agenda and self._dice.random() < self.kind.joins:
            moves.append(self._agenda.popleft())
        return self._write(*moves)

    def _answer_an_offer(self, seen: Seen) -> Said:
        if self._interrupts and self._dice.random() < self.kind.interrupts_chance:
            return self._write(self._interrupts.popleft())
        if self._corrects:
            return self._write(self._corrects.popleft(), below=None)
        if self._refusals > 0:
            self._refusals -= 1
            return self._press(seen, "less_a_month") or self._write("too_much", below=self._offered)
        if self.kind.goal not in ("plan", "change", "settlement"):
            return self._write("no")
        return self._press(seen, "accept_offer") or self._write("yes")

    def _answer_a_question(self, seen: Seen) -> Said | None:
        if seen.yes_or_no:
            return self._answer_yes_or_no(seen)
        if not seen.asks:
            return None
        if seen.hear("phone"):
            return self._write("phone")
        if seen.asks_terms and self.kind.goal in ("plan", "change"):
            if self._interrupts and self._dice.random() < self.kind.interrupts_chance:
                return self._write(self._interrupts.popleft())
            return self._press(seen, "so_many_instalments") or self._write("terms")
        if seen.hear("day"):
            return self._write("day")
        return None

    def _answer_yes_or_no(self, seen: Seen) -> Said | None:
        if seen.hear("person") and not self._takes_a_person():
            if self._persons_refused:
                return self._press(seen, "agree") or self._write("yes")
            self._persons_refused += 1
            return self._press(seen, "decline") or self._write("no")
        if "accept_deferral" in seen.buttons and self.kind.goal != "deferral":
            return self._write("no")
        return self._press(seen, "accept_deferral", "agree") or self._write("yes")

    def _takes_a_person(self) -> bool:
        return self.kind.needs_person or self.goal.needs_person

    def _try_for_the_goal(self, seen: Seen) -> Said | None:
        if self.goal is simulation().goals["told"] or self._tries >= simulation().tries:
            return None
        self._tries += 1
        pressed = self._press(seen, *self.goal.buttons)
        return pressed or self._write(self._dice.choice(self.goal.moves))

    def _press(self, seen: Seen, *names: str) -> Said | None:
        """Presses the first of these buttons that is there; None for one who would rather write."""
        found = next((name for name in names if name in seen.buttons), None)
        if found is None or self._dice.random() >= self.kind.presses:
            return None
        button = seen.buttons[found]
        return Said(button["title"], (found,), pressed=found, payload=button["payload"])

    def _write(self, *moves: str, below: int | None = None) -> Said:
        return self._writer.say(self.language, *moves, below=below)
