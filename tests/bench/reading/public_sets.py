"""Public sets of messages with intents, as they come from their authors."""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

#: A message and its intent.
Example = tuple[str, str]
SEED = 1


def banking(folder: Path, per_intent: int | None = None) -> tuple[list[Example], list[Example]]:
    """Training and test messages of BANKING77; `per_intent` draws so many of each, always the same."""
    train, test = (_table(folder / "banking77" / f"{part}.csv") for part in ("train", "test"))
    if per_intent is None:
        return train, test
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in train:
        by_intent[intent].append(text)
    draw = random.Random(SEED)
    return [
        (text, intent)
        for intent in sorted(by_intent)
        for text in draw.sample(by_intent[intent], min(per_intent, len(by_intent[intent])))
    ], test


def dialects(folder: Path) -> tuple[list[Example], list[Example]]:
    """Training and test messages of NorSID: Norwegian in many dialects."""
    train, test = (list(_conll(folder / "norsid" / f"no.{x}.conll")) for x in ("valid", "test"))
    return train, test


def _table(path: Path) -> list[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


def _conll(path: Path) -> Iterator[Example]:
    text = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        about = re.match(r"#\s*(text|intent)\s*[:=]\s*(.*)", line)
        if about and about[1] == "text":
            text = about[2].strip()
        elif about:
            yield text, about[2].strip()
