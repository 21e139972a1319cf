"""Which language a message is in. The two written forms of Norwegian count as one."""

import importlib
import tarfile
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from assistant.nlu.language_model import LanguageModel
from tests.bench.reading.cases import Case, cases, row, share

MODEL = Path(__file__).parents[3] / "models" / "sovinto.tar.gz"
STAY = 0.95
SAME = {"nn": "nb", "no": "nb"}
#: What a bare word is not enough for.
LONG = 4

Guess = Callable[[str, str | None], str]


def languages(folder: Path) -> Iterator[dict[str, str]]:
    """Rows for our model, alone and in a conversation, and for a library beside it."""
    read = cases(folder, "lid")
    right = _accepted(read)
    model = _served_model()

    def ours(text: str, before: str | None) -> str:
        return model.decide(text, before, STAY)[0]

    yield _row("language of a message alone", ours, read, right, lambda case: [None])
    yield _row("… in a conversation in it", ours, read, right, lambda case: [_plain(case)])
    longer = [case for case in read if case["words"] >= LONG and _plain(case) in model.languages]
    yield _row(
        f"… {LONG} words or more, the conversation was in another",
        ours,
        longer,
        right,
        lambda case: [other for other in model.languages if other != _plain(case)],
    )
    try:
        library = importlib.import_module("langdetect")
    except ImportError:
        yield row("language of a message alone, langdetect", "-", "not installed here")
        return
    library.DetectorFactory.seed = 0
    yield _row("… alone, langdetect", _theirs(library), read, right, lambda case: [None])


def _row(
    what: str,
    guess: Guess,
    read: list[Case],
    right: dict[str, set[str]],
    before: Callable[[Case], list[str | None]],
) -> dict[str, str]:
    asked = [(case, language) for case in read for language in before(case)]
    began = time.perf_counter()
    guessed = [guess(case["text"], language) for case, language in asked]
    took = (time.perf_counter() - began) * 1000 / len(asked)
    found = sum(one in right[case["text"].lower()] for one, (case, _) in zip(guessed, asked))
    return row(
        what, f"{share(found, len(asked))}, {took:.2f} ms each", _worst(asked, guessed, right)
    )


def _worst(
    asked: list[tuple[Case, str | None]], guessed: list[str], right: dict[str, set[str]]
) -> str:
    wrong: dict[str, int] = defaultdict(int)
    for one, (case, _) in zip(guessed, asked):
        if one not in right[case["text"].lower()]:
            wrong[f"{_plain(case)} as {one}"] += 1
    worst = sorted(wrong.items(), key=lambda pair: -pair[1])[:3]
    return "mostly " + ", ".join(f"{pair} {count}" for pair, count in worst) if worst else ""


def _accepted(read: list[Case]) -> dict[str, set[str]]:
    accepted: dict[str, set[str]] = defaultdict(set)
    for case in read:
        accepted[case["text"].lower()].add(_plain(case))
    return accepted


def _plain(case: Case) -> str:
    language = str(case["lang"])
    return SAME.get(language, language)


def _theirs(library: Any) -> Guess:
    def guess(text: str, before: str | None) -> str:
        try:
            found = library.detect(text)
        except library.LangDetectException:
            return ""
        return str(SAME.get(found, found))

    return guess


def _served_model() -> LanguageModel:
    with tempfile.TemporaryDirectory() as folder, tarfile.open(MODEL) as archive:
        [member] = [one for one in archive.getmembers() if one.name.endswith("/languages.json")]
        member.name = "languages.json"
        archive.extract(member, folder)
        return LanguageModel.load(Path(folder))
