"""How well unseen messages are understood: `make nlu-score`.

Runs in Rasa's environment, with the trained model as it is served. Each message is read as the
first of a conversation on a page in its own language. Prints accuracy, the share that is
confidently wrong, and with --wrong each message that was taken for something else.
"""

import argparse
import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from assistant import rasa_patches

rasa_patches.leave_tensorflow_out()
rasa_patches.apply()

from rasa.core.agent import Agent  # noqa: E402  only after TensorFlow has been left out
from rasa.core.channels.channel import UserMessage  # noqa: E402
from rasa.utils.log_utils import configure_structlog  # noqa: E402

from assistant.tracker_store import RecentTurnsStore  # noqa: E402

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "models" / "sovinto.tar.gz"
#: From here on the assistant acts without asking back.
CONFIDENT = 0.8


def messages() -> Iterator[tuple[str, str, str]]:
    """Language, intent and text of each unseen message."""
    for path in sorted(HERE.glob("*/*.yml")):
        for intent, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield path.parent.name, intent, text


async def read(agent: Agent, language: str, text: str) -> dict[str, Any]:
    """What the served model makes of one message."""
    message = UserMessage(text, metadata={"language": language, "today": "2026-11-21"})
    parsed: dict[str, Any] = await agent.processor.parse_message(message)
    return parsed


async def score(show_wrong: bool) -> dict[str, tuple[float, float]]:
    """Accuracy and the share that is confidently wrong, a language; prints the table."""
    configure_structlog(logging.WARNING)
    agent = Agent.load(str(MODEL), tracker_store=RecentTurnsStore(host="sqlite://"))
    right: Counter = Counter()
    confident: Counter = Counter()
    language_right: Counter = Counter()
    total: Counter = Counter()
    wrong: list[str] = []
    for language, intent, text in messages():
        parsed = await read(agent, language, text)
        found, confidence = parsed["intent"]["name"], parsed["intent"]["confidence"]
        total[language] += 1
        right[language] += found == intent
        language_right[language] += parsed["language"] == language
        if found != intent:
            confident[language] += confidence >= CONFIDENT
            wrong.append(f"{language}  {intent} <- {found} {confidence:.2f}  {text}")
    if show_wrong:
        print("\n".join(wrong))
    print(f"\n{'language':<10}{'messages':>9}{'accuracy':>10}{'sure, wrong':>13}{'language':>10}")
    for language in sorted(total):
        n = total[language]
        print(
            f"{language:<10}{n:>9}{right[language] / n:>10.3f}"
            f"{confident[language] / n:>13.3f}{language_right[language] / n:>10.3f}"
        )
    return {
        language: (right[language] / total[language], confident[language] / total[language])
        for language in total
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was misunderstood")
    asyncio.run(score(parser.parse_args().wrong))
