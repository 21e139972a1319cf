"""How a debtor puts a move into words: one of several ways, with sums, slips and haste."""

import string
from dataclasses import dataclass
from random import Random

from tests.simulation.played import Said
from tests.simulation.written import Kind, Language

_BRIEF_WORDS = 3


@dataclass(frozen=True)
class Letter:
    """What the debtor has at home: the sum of the letter in minor units, and its currency."""

    owed: int
    currency: str
    digits: int
    case: str


class Writer:
    """Draws the words of one debtor; the same dice give the same words."""

    def __init__(self, kind: Kind, letter: Letter, dice: Random) -> None:
        self._kind = kind
        self._letter = letter
        self._dice = dice
        self._used: set[str] = set()

    def say(self, language: Language, *moves: str, below: int | None = None) -> Said:
        """The moves in one message. A sum that is named stays under `below`, in minor units."""
        parts, sums = [], []
        for move in moves:
            sum_ = self._sum(below)
            text = self._pick(language.says[move])
            if "{amount}" in text or "{number}" in text:
                sums.append(sum_)
            parts.append(self._fill(text, language, sum_))
        text = self._slip(". ".join(part.rstrip(".") for part in parts))
        return Said(text, moves, sums=tuple(sums), language=language.language)

    def _pick(self, ways: list[str]) -> str:
        """A way that was not used yet, as long as there is one."""
        if self._kind.brief:
            ways = [way for way in ways if len(way.split()) <= _BRIEF_WORDS] or ways
        fresh = [way for way in ways if way not in self._used] or ways
        way = self._dice.choice(fresh)
        self._used.add(way)
        return way

    def _sum(self, below: int | None) -> int:
        """A round sum: a share of what the letter says."""
        low, high = self._kind.share
        share = self._dice.uniform(low, high)
        wished = (
            self._letter.owed * share if below is None else below * self._dice.uniform(0.5, 0.9)
        )
        major = max(1, round(wished / 10**self._letter.digits))
        step = int(10 ** max(0, len(str(major)) - 2))
        return int(max(step, major // step * step) * 10**self._letter.digits)

    def _fill(self, text: str, language: Language, sum_: int) -> str:
        number = str(sum_ // 10**self._letter.digits)
        unit = self._dice.choice(language.units.get(self._letter.currency, [""]))
        day = str(self._dice.choice([1, 5, 15, 25, 27, 28]))
        return text.format(
            amount=number + unit,
            number=number,
            count=self._dice.randint(2, 11),
            day=day,
            phone=language.phone,
            case=self._letter.case,
        )

    def _slip(self, text: str) -> str:
        """Slips of the thumb, and shouting; never in a figure."""
        letters = list(text)
        for place in range(1, len(letters) - 1):
            inside = letters[place].isalpha() and letters[place + 1].isalpha()
            if inside and self._dice.random() < self._kind.typos:
                letters[place] = self._slip_at(letters, place)
        text = "".join(letters)
        return text.upper() if self._dice.random() < self._kind.shouts else text

    def _slip_at(self, letters: list[str], place: int) -> str:
        way = self._dice.randrange(3)
        if way == 0:
            return ""
        if way == 1:
            return letters[place] * 2
        return self._dice.choice(string.ascii_lowercase)
