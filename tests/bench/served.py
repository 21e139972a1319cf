"""The trained model as it is served, on our own unseen messages, in a process of its own on one core.

Runs in Rasa's environment and prints `{"header", "rows"}`: a row a language, and one for all. A message
that is asked back counts as not understood. A message of `out_of_scope` is told apart by how unlikely
every other meaning is than that and small talk.
"""

import asyncio
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score

from tests.bench.reading.scores import calibration_error, told_apart
from tests.nlu.score import CONFIDENT, messages
from tests.nlu.served import load, read

FALLBACK = "nlu_fallback"
STRANGE = "out_of_scope"
SMALL = {STRANGE, "chitchat", FALLBACK}
HEADER = ["", "messages", "right", "macro-F1", "asked back", "sure and wrong"]
HEADER += ["calibration error", "out of scope told apart", "a message, p50 / p95 ms", "memory, MB"]


@dataclass(frozen=True)
class Reading:
    """`found` is what the assistant goes by, `first` the likeliest meaning before it doubts."""

    language: str
    wanted: str
    found: str
    confidence: float
    first: str
    sure: float
    in_scope: float
    milliseconds: float


async def readings() -> tuple[list[Reading], float]:
    """What is made of each message, and the memory in MB after the first ones."""
    agent = load()
    unseen = list(messages())
    for language, _, text in unseen[::50]:
        await read(agent, language, text)
    memory = _memory()
    made = []
    for language, wanted, text in unseen:
        began = time.process_time()
        parsed = await read(agent, language, text)
        took = (time.process_time() - began) * 1000
        ranking = [one for one in parsed["intent_ranking"] if one["name"] != FALLBACK]
        others = [one["confidence"] for one in ranking if one["name"] not in SMALL]
        found, first = parsed["intent"], ranking[0]
        made.append(
            Reading(
                language,
                wanted,
                found["name"],
                found["confidence"],
                first["name"],
                first["confidence"],
                max(others, default=0.0),
                took,
            )
        )
    return made, memory


def row(name: str, made: Sequence[Reading], memory: str = "") -> list[str]:
    """The figures of some messages."""
    wanted, found = [one.wanted for one in made], [one.found for one in made]
    right = np.array(wanted) == np.array(found)
    certain = np.array([one.confidence >= CONFIDENT and one.found != FALLBACK for one in made])
    first = np.array([one.first == one.wanted for one in made])
    known = np.array([one.in_scope for one in made if one.wanted not in SMALL])
    strange = np.array([one.in_scope for one in made if one.wanted == STRANGE])
    labels = sorted(set(wanted))
    macro = f1_score(wanted, found, labels=labels, average="macro", zero_division=0)
    middle, late = np.percentile([one.milliseconds for one in made], [50, 95])
    return [
        name,
        str(len(made)),
        f"{right.mean():.1%}",
        f"{macro:.3f}",
        f"{found.count(FALLBACK) / len(made):.1%}",
        f"{(certain & ~right).mean():.1%}",
        f"{calibration_error(np.array([one.sure for one in made]), first):.3f}",
        f"{told_apart(known, strange):.3f} ({len(strange)})",
        f"{middle:.1f} / {late:.1f}",
        memory,
    ]


def _memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Prints the rows."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    made, memory = asyncio.run(readings())
    rows = [row("all", made, f"{memory:.0f}")]
    for language in sorted({one.language for one in made}):
        rows.append(row(language, [one for one in made if one.language == language]))
    print(json.dumps({"header": HEADER, "rows": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
