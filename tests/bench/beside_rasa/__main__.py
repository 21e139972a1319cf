"""Prints `{"header", "rows"}` as JSON."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.bench.beside_rasa import figures
from tests.bench.beside_rasa.lines import write_lines, write_training_data
from tests.bench.beside_rasa.trials import ROOT, TRIALS, Trial

PIPELINES = Path(__file__).parent / "pipelines.yml"
NO_ENTITIES = "none learnt"
Readings = list[figures.Reading]
ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "CUDA_VISIBLE_DEVICES": "",
    "PYTHONWARNINGS": "ignore",
}
ENVIRONMENT |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "JOBLIB_MULTIPROCESSING": "0"}


def rows(trial: Trial, without: str) -> Iterator[list[str]]:
    """A row a pipeline, and one a language and pipeline where there are several languages."""
    spans = any(line.spans for line in trial.train)
    of_languages: list[list[str]] = []
    for who, about in yaml.safe_load(PIPELINES.read_text(encoding="utf-8")).items():
        alone = about.get("entities_alone", False)
        if who == without or (alone and not spans):
            continue
        seconds, answer = _run(trial, about)
        print(f"· {trial.name}: {who}, {seconds:.0f} s", file=sys.stderr, flush=True)
        known, strange = _parted(trial, answer["readings"])
        measured = ["–"] * 4 if alone else figures.intents(trial.test, known, strange)
        learns = spans and not about.get("light")
        entity = figures.entities(trial.test, known) if learns else NO_ENTITIES if spans else "–"
        costs = figures.costs(seconds, known, answer["memory"])
        yield [f"{trial.name}: {who}", *measured, entity, *costs]
        of_languages += _by_language(trial, who, known, strange)
    yield from sorted(of_languages, key=lambda row: row[0].split(":")[0])


def _parted(trial: Trial, readings: Readings) -> tuple[Readings, Readings]:
    return readings[: len(trial.test)], readings[len(trial.test) :]


def _by_language(trial: Trial, who: str, known: Readings, strange: Readings) -> Iterator[list[str]]:
    languages = sorted({line.language for line in trial.test})
    for language in languages if len(languages) > 1 else []:
        test = [line for line in trial.test if line.language == language]
        read = [one for one, line in zip(known, trial.test) if line.language == language]
        others = [one for one, line in zip(strange, trial.strange) if line.language == language]
        yield [f"… {language}: {who}", *figures.intents(test, read, others), *["–"] * 4]


def _run(trial: Trial, about: dict[str, Any]) -> tuple[float, dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="sovinto-rasa-") as name:
        folder = Path(name)
        config = {"recipe": "default.v1", "assistant_id": "bench", "language": "en"}
        (folder / "config.yml").write_text(yaml.safe_dump(config | {"pipeline": about["pipeline"]}))
        write_training_data(folder / "train.json", trial.train)
        write_lines(folder / "messages.json", [*trial.test, *trial.strange])
        for work in ("train", "read"):
            _process(work, folder, "light" if about.get("light") else "whole")
        trained, answer = (
            json.loads((folder / f"{x}.json").read_text()) for x in ("trained", "readings")
        )
        return trained["seconds"], answer


def _process(work: str, folder: Path, how: str) -> None:
    command = [sys.executable, "-m", "tests.bench.beside_rasa.process", work, str(folder), how]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | ENVIRONMENT, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-3000:]}")


if __name__ == "__main__":
    chosen = TRIALS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    found = list(rows(chosen, without=sys.argv[4]))
    table = {"header": figures.HEADER, "rows": found}
    print(json.dumps(table, ensure_ascii=False))
