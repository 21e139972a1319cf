"""Measures and writes the tables of docs/: `python -m tests.bench`, which is `make bench`.

`python -m tests.bench clone` measures from a fresh clone to the first answer. With DATA=<folder> (or
--data), also how well public and shared messages are read: docs/understanding.md.
"""

import argparse
import os
from pathlib import Path

from tests.bench.clone import measure_clone
from tests.bench.machine import circumstances
from tests.bench.measuring import measure
from tests.bench.public_cases import measure_reading
from tests.bench.table import Row, put_on_page, table


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["stack", "clone", "reading"], default="stack")
    parser.add_argument("--data", type=Path, default=os.environ.get("DATA"))
    parser.add_argument("--cold", action="store_true", help="clone: with empty package caches")
    parser.add_argument("--repository", type=Path, help="clone: another than this one")
    options = parser.parse_args()
    if options.what == "clone":
        _write("clone with empty caches" if options.cold else "clone", *measure_clone(options))
        return
    if options.what == "stack":
        _write("stack", circumstances("make bench"), measure())
    if options.data:
        about = circumstances("make bench DATA=<folder>")
        _write("reading", about, measure_reading(Path(options.data)))


def _write(part: str, about: str, rows: list[Row]) -> None:
    content = f"{about}\n\n{table(rows)}"
    print(f"\n{content}\n", flush=True)
    put_on_page(part, content)


if __name__ == "__main__":
    main()
