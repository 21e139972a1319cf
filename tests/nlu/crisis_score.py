"""How many who may be in danger are noticed, and what else raises the alarm: a part of `make nlu-score`.

`tests/nlu/crisis/` has messages that are hard on purpose: veiled despair, and hyperbole, grief and anger
without danger. What people usually write is in the other folders, where alarms are counted too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.nlu.served import Agent, read

CRISIS = "express_crisis"
DESPAIR, FIGURES, USUAL_DESPAIR, USUAL = "despair", "figures", "usual despair", "usual"


class Raised(NamedTuple):
    """How many of the messages of a kind raised the alarm."""

    raised: int
    messages: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.raised / self.messages


def hard_messages() -> Iterator[tuple[str, str, str]]:
    """Language, kind and text of each message that is hard on purpose."""
    for path in sorted((Path(__file__).parent / "crisis").glob("*.yml")):
        for kind, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield path.stem, kind, text


async def score(
    agent: Agent, usual: Iterable[tuple[str, str, str]], show_wrong: bool
) -> dict[tuple[str, str], Raised]:
    """The alarms by language and kind; `usual` has language, intent and text of other messages."""
    raised: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    sorted_usual = (
        (language, USUAL_DESPAIR if intent == CRISIS else USUAL, text)
        for language, intent, text in usual
    )
    for language, kind, text in [*hard_messages(), *sorted_usual]:
        parsed = await read(agent, language, text)
        alarm = parsed["crisis"]["raised"]
        total[language, kind] += 1
        raised[language, kind] += alarm
        if show_wrong and alarm != (kind in (DESPAIR, USUAL_DESPAIR)):
            print(f"{language}  {kind} {parsed['crisis']['probability']:.2f}  {text}")
    return {place: Raised(raised[place], total[place]) for place in total}


def show(scores: dict[tuple[str, str], Raised]) -> None:
    """Prints the table; a language has no row for what it has no messages of."""
    kinds = (USUAL_DESPAIR, USUAL, DESPAIR, FIGURES)
    print(
        "\nalarms    of the messages' express_crisis, of all others; hard: of despair, of figures"
    )
    for language in sorted({language for language, _ in scores}):
        cells = [scores.get((language, kind)) for kind in kinds]
        shares = [
            f"{cell.share:>10.3f} of {cell.messages:<4}" if cell else " " * 18 for cell in cells
        ]
        print(f"{language:<8}" + "".join(shares))
