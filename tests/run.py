"""Runs every test of the project and sums up: `python -m tests.run`, which is what `make test` does.

PostgreSQL and Redis are started for the run where the machine has them; each suite tells in its own
output what it did. The last line has the counts.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.neighbours import postgres, redis

ROOT = Path(__file__).resolve().parents[1]
APP = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
RASA = [str(ROOT / ".venv-rasa" / "bin" / "python"), *APP[1:]]
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile"]
COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|todo)\b")

WITHOUT_A_STACK = ["backend", "actions", "deploy", "texts", "simulation", "handoffs"]


@dataclass(frozen=True)
class Suite:
    """One command whose output closes with counts."""

    name: str
    command: list[str]
    folder: Path = ROOT


SUITES = [
    Suite(
        "backend, actions, deploy, texts",
        [*APP, *TWO_AT_ONCE, *(f"tests/{name}" for name in WITHOUT_A_STACK)],
    ),
    Suite("assistant", [*RASA, "tests/assistant", "tests/nlu"]),
    Suite("widgets", ["npm", "test", "--silent"], ROOT / "widgets"),
    Suite("walks over HTTP", [*APP, "tests/walks"]),
    Suite("written conversations", [*APP, "tests/stories"]),
    Suite("browser", [*APP, "tests/browser"]),
]


def main() -> int:
    """Runs the suites whose name has the given word, or all; 1 when any has failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="?", default="", help="a word of the suite's name")
    only = parser.parse_args().only
    counts: Counter[str] = Counter()
    failed = False
    with postgres() as postgres_url, redis() as redis_url:
        found = {"TEST_POSTGRES_URL": postgres_url, "TEST_REDIS_URL": redis_url}
        environment = {**os.environ, **{name: url for name, url in found.items() if url}}
        environment["RASA_TELEMETRY_ENABLED"] = "false"
        for suite in SUITES:
            if only in suite.name:
                output, code = _run(suite, environment)
                failed |= code != 0
                counts.update(_counts(output, code))
    print(f"\n{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return int(failed)


def _run(suite: Suite, environment: dict[str, str]) -> tuple[str, int]:
    print(f"\n── {suite.name}", flush=True)
    began = time.monotonic()
    process = subprocess.Popen(
        suite.command,
        cwd=suite.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = []
    for line in process.stdout or ():
        lines.append(line)
        print(line, end="", flush=True)
    code = process.wait()
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    return "".join(lines), code


def _counts(output: str, code: int) -> Counter[str]:
    """The counts of a suite's closing line; a suite that ends badly without any counts as failed."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    closing = [
        line for line in plain.splitlines() if COUNT.search(line) and "Test Files" not in line
    ]
    counts: Counter[str] = Counter()
    for number, what in COUNT.findall(closing[-1]) if closing else ():
        counts["failed" if what.startswith("error") else what] += int(number)
    if code != 0 and not counts["failed"]:
        counts["failed"] += 1
    return counts


if __name__ == "__main__":
    raise SystemExit(main())
