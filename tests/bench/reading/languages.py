"""Which language a message is in. The two written forms of Norwegian count as one."""

import json
import subprocess
import tarfile
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from assistant.nlu.language_model import LanguageModel
from tests.bench.reading.cases import Case, cases, row, share

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "models" / "sovinto.tar.gz"
#: What the product does not use is never installed where it runs.
PYTHON = ROOT / ".venv-bench" / "bin" / "python"
LIBRARIES = {"langdetect": "langdetect (knows no Icelandic)", "lingua": "lingua"}
STAY = 0.95
SAME = {"nn": "nb", "no": "nb"}
#: What a bare word is not enough for.
LONG = 4

Asked = list[tuple[Case, str | None]]


def languages(folder: Path) -> Iterator[dict[str, str]]:
    """Rows for our model, alone and in a conversation, and for two libraries beside it."""
    read = cases(folder, "lid")
    right = _accepted(read)
    model = _served_model()
    alone: Asked = [(case, None) for case in read]
    ours = len(model.languages)

    yield _ours("language of a message alone: ours", model, alone, right)
    for library, called in LIBRARIES.items():
        for among in (None, [*model.languages, *SAME]):
            said = f", told that it is one of our {ours}" if among else ", of all it knows"
            yield _theirs(f"… {called}{said}", library, among, read, right)
    within = [(case, _plain(case)) for case in read]
    yield _ours("… ours, in a conversation in it", model, within, right)
    longer = [case for case in read if case["words"] >= LONG and _plain(case) in model.languages]
    others: Asked = [
        (case, other) for case in longer for other in model.languages if other != _plain(case)
    ]
    yield _ours(f"… ours, {LONG} words or more, the talk was in another", model, others, right)


def _ours(
    what: str, model: LanguageModel, asked: Asked, right: dict[str, set[str]]
) -> dict[str, str]:
    began = time.perf_counter()
    guessed = [model.decide(case["text"], before, STAY)[0] for case, before in asked]
    took = (time.perf_counter() - began) * 1000 / len(asked)
    return _row(what, [case for case, _ in asked], guessed, took, right)


def _theirs(
    what: str, library: str, among: list[str] | None, read: list[Case], right: dict[str, set[str]]
) -> dict[str, str]:
    if not PYTHON.exists():
        return row(what, "-", "`make bench` installs it")
    asked = {"library": library, "among": among, "texts": [case["text"] for case in read]}
    command = [PYTHON, "-m", "tests.bench.reading.identifiers"]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True
    )
    answer = json.loads(done.stdout)
    guessed = [SAME.get(one, one) for one in answer["guesses"]]
    return _row(what, read, guessed, answer["milliseconds"], right)


def _row(
    what: str, read: list[Case], guessed: list[str], took: float, right: dict[str, set[str]]
) -> dict[str, str]:
    found = sum(one in right[case["text"].lower()] for one, case in zip(guessed, read))
    measured = f"{share(found, len(read))}, {took:.2f} ms each"
    return row(what, measured, _worst(read, guessed, right))


def _worst(read: list[Case], guessed: list[str], right: dict[str, set[str]]) -> str:
    wrong: dict[str, int] = defaultdict(int)
    for one, case in zip(guessed, read):
        if one not in right[case["text"].lower()]:
            wrong[f"{_plain(case)} as {one or 'none'}"] += 1
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


def _served_model() -> LanguageModel:
    with tempfile.TemporaryDirectory() as folder, tarfile.open(MODEL) as archive:
        [member] = [one for one in archive.getmembers() if one.name.endswith("/languages.json")]
        member.name = "languages.json"
        archive.extract(member, folder)
        return LanguageModel.load(Path(folder))
