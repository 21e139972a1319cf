"""What is learnt and what is then read: two public sets, and our own lines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.bench.beside_rasa.lines import Line, Span
from tests.bench.reading.public_sets import banking
from tests.nlu.score import messages

ROOT = Path(__file__).parents[3]
#: Left out of the training, so that their messages are strange to what is learnt.
STRANGE = {"out_of_scope", "chitchat"}


@dataclass(frozen=True)
class Trial:
    """`strange` are messages that mean nothing of what `train` teaches."""

    name: str
    train: list[Line]
    test: list[Line]
    strange: list[Line]


def banking77(folder: Path, lines: int) -> Trial:
    """`lines` of each intent, all with 0; strange are our English messages, of another trade."""
    taught, asked = banking(folder, lines or None)
    return Trial(
        f"BANKING77, {lines or 'all'} lines an intent",
        [Line(text, intent, "en") for text, intent in taught],
        [Line(text, intent, "en") for text, intent in asked],
        [line for line in _unseen() if line.language == "en"],
    )


def norsid(folder: Path, lines: int) -> Trial:
    """All of it, whatever `lines`; strange are our Norwegian messages."""
    return Trial(
        "NorSID",
        list(_conll(folder / "norsid" / "no.valid.conll")),
        list(_conll(folder / "norsid" / "no.test.conll")),
        [line for line in _unseen() if line.language == "nb"],
    )


def six_languages(folder: Path, lines: int) -> Trial:
    """The first `lines` of each intent and language of nlu_data/, read on tests/nlu."""
    unseen = _unseen()
    return Trial(
        f"our six languages, {lines or 'all'} lines an intent",
        list(_taught(lines)),
        [line for line in unseen if line.intent not in STRANGE],
        [line for line in unseen if line.intent in STRANGE],
    )


TRIALS = {"banking77": banking77, "norsid": norsid, "six-languages": six_languages}


def _unseen() -> list[Line]:
    return [Line(text, intent, language) for language, intent, text in messages()]


def _taught(lines: int) -> Iterator[Line]:
    for path in sorted((ROOT / "nlu_data").glob("*/*.yml")):
        seen: Counter[str] = Counter()
        for taught in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for example in taught["examples"].splitlines():
                seen[taught["intent"]] += 1
                wanted = not lines or seen[taught["intent"]] <= lines
                if wanted and taught["intent"] not in STRANGE:
                    yield Line(example[2:], taught["intent"], path.parent.name)


def _conll(path: Path) -> Iterator[Line]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        about = dict(re.findall(r"^# (text|intent) = (.*)$", block, re.MULTILINE))
        words = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        # Rasa takes what stands after a stroke for a second name.
        intent = about["intent"].strip().replace("/", ".")
        text = about["text"].strip()
        yield Line(text, intent, "nb", _spans(text, [(word[1], word[-1]) for word in words]))


def _spans(text: str, words: list[tuple[str, str]]) -> list[Span]:
    spans: list[Span] = []
    end, before = 0, ""
    for word, mark in words:
        start = text.index(word, end)
        end = start + len(word)
        kind, _, name = mark.partition("-")
        if kind == "I" and before == name:
            spans[-1] = (spans[-1][0], end, name)
        elif name:
            spans.append((start, end, name))
        before = name
    return spans
