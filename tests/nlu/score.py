"""How well unseen messages are understood: `make nlu-score`.

Runs in Rasa's environment, with the trained model as it is served. Each message is read as the
first of a conversation on a page in its own language. Prints how much of each intent is understood,
then a language's accuracy, the share that is confidently wrong, and how ready it is; with --wrong
each message that was taken for something else.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.nlu import crisis_score
from tests.nlu.readiness import IMPORTANCE, level
from tests.nlu.served import Agent, load, read

HERE = Path(__file__).parent
#: From here on the assistant acts without asking back.
CONFIDENT = 0.8


def messages() -> Iterator[tuple[str, str, str]]:
    """Language, intent and text of each unseen message."""
    for path in sorted(set(HERE.glob("*/*.yml")) - set(HERE.glob("crisis/*.yml"))):
        for intent, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield path.parent.name, intent, text


class Tally:
    """What was right and wrong in one language."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.sure_and_wrong = 0
        self.language_right = 0
        self.wrong: list[str] = []

    def add(self, language: str, intent: str, text: str, parsed: dict[str, Any]) -> None:
        """Takes in one message and what was made of it."""
        found, confidence = parsed["intent"]["name"], parsed["intent"]["confidence"]
        self.asked[intent] += 1
        self.right[intent] += found == intent
        self.language_right += parsed["language"] == language
        if found != intent:
            self.sure_and_wrong += confidence >= CONFIDENT
            self.wrong.append(f"{language}  {intent} <- {found} {confidence:.2f}  {text}")

    @property
    def shares(self) -> dict[str, float]:
        """How much of each intent was understood, 0 to 1."""
        return {intent: self.right[intent] / asked for intent, asked in self.asked.items()}

    @property
    def accuracy(self) -> float:
        """How much of all was understood, 0 to 1."""
        return self.right.total() / self.asked.total()

    @property
    def confidently_wrong(self) -> float:
        """How much was taken for something else without a doubt, 0 to 1."""
        return self.sure_and_wrong / self.asked.total()


async def score(agent: Agent) -> dict[str, Tally]:
    """Reads every unseen message, a tally a language."""
    tallies: dict[str, Tally] = {}
    for language, intent, text in messages():
        parsed = await read(agent, language, text)
        tallies.setdefault(language, Tally()).add(language, intent, text, parsed)
    return tallies


def show(tallies: dict[str, Tally], wrong: bool) -> None:
    """Prints the share understood of each intent, then each language as a whole."""
    if wrong:
        print("\n".join(line for tally in tallies.values() for line in tally.wrong))
    print(f"\n{'intent':<28}{'':<10}" + "".join(f"{language:>7}" for language in tallies))
    for intent, importance in IMPORTANCE.items():
        shares = [tally.shares.get(intent) for tally in tallies.values()]
        cells = "".join(f"{'–' if share is None else f'{share:.2f}':>7}" for share in shares)
        print(f"{intent:<28}{importance:<10}{cells}")
    print(
        f"\n{'language':<10}{'messages':>9}{'accuracy':>10}{'sure, wrong':>13}{'language':>10}"
        "  ready"
    )
    for language, tally in tallies.items():
        n = tally.asked.total()
        print(
            f"{language:<10}{n:>9}{tally.accuracy:>10.3f}{tally.confidently_wrong:>13.3f}"
            f"{tally.language_right / n:>10.3f}  {level(tally.shares)}"
        )


async def main(wrong: bool) -> None:
    """Both, and the alarms of the crisis line, from one loaded model."""
    agent = load()
    show(await score(agent), wrong)
    crisis_score.show(await crisis_score.score(agent, messages(), wrong))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was misunderstood")
    asyncio.run(main(parser.parse_args().wrong))
