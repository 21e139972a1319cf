"""Measures and writes the tables of docs/: `python -m tests.bench`, which is `make bench`.

`python -m tests.bench clone` measures from a fresh clone to the first answer, `... desk` the desk with
200 consoles, `... search` searching conversations. With DATA=<folder> (or
--data), also how well public and shared messages are read, and Rasa's default pipeline beside ours:
docs/understanding.md. Each of these tables can be measured alone: `reading`, `served`, `banking77`,
`norsid`, `six-languages`.
"""

import argparse
import os
from pathlib import Path

from tests.bench.clone import measure_clone
from tests.bench.desk.measuring import measure_desk
from tests.bench.machine import circumstances
from tests.bench.measuring import measure
from tests.bench.public_cases import measure_beside_rasa, measure_reading, measure_served
from tests.bench.search import measure_search
from tests.bench.table import put_on_page, table

BESIDE_RASA = ["banking77", "norsid", "six-languages"]
#: Has a table of its own for a training on all of its lines, which takes an hour beside Rasa's.
WITH_ALL_LINES = "banking77"
PARTS = ["stack", "desk", "search", "clone", "reading", "served", *BESIDE_RASA]


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=PARTS, help="this alone")
    parser.add_argument("--data", type=Path, default=os.environ.get("DATA"))
    parser.add_argument(
        "--lines",
        type=int,
        default=os.environ.get("TRAINING_LINES", "10"),
        help="beside Rasa's pipeline: training lines an intent and language, 0 for all (hours)",
    )
    parser.add_argument(
        "--without",
        default="",
        help="beside Rasa's pipeline: one of pipelines.yml that takes too long",
    )
    parser.add_argument("--cold", action="store_true", help="clone: with empty package caches")
    parser.add_argument("--repository", type=Path, help="clone: another than this one")
    options = parser.parse_args()
    wanted = [options.what] if options.what else [part for part in PARTS if part != "clone"]
    for part in wanted:
        if part in ("reading", *BESIDE_RASA) and not options.data:
            print(f"· {part}: only with DATA=<folder>", flush=True)
        else:
            _measure(part, options)


def _measure(part: str, options: argparse.Namespace) -> None:
    about = circumstances("make bench")
    with_data = circumstances("make bench DATA=<folder>")
    if part == "clone":
        about, rows = measure_clone(options)
        _write("clone with empty caches" if options.cold else part, about, table(rows))
    elif part == "stack":
        _write(part, about, table(measure()))
    elif part == "desk":
        _write(part, circumstances("python -m tests.bench desk"), table(measure_desk()))
    elif part == "search":
        _write(part, circumstances("python -m tests.bench search"), table(measure_search()))
    elif part == "served":
        _write(part, about, measure_served())
    elif part == "reading":
        _write(part, with_data, table(measure_reading(options.data)))
    else:
        measured = measure_beside_rasa(part, options.data, options.lines, options.without)
        whole = part == WITH_ALL_LINES and not options.lines
        _write(f"{part} with all lines" if whole else part, with_data, measured)


def _write(part: str, about: str, measured: str) -> None:
    content = f"{about}\n\n{measured}"
    print(f"\n{content}\n", flush=True)
    put_on_page(part, content)


if __name__ == "__main__":
    main()
