"""Plays made-up debtors against the running product: `python -m tests.simulation`, `make simulate`.

Writes the table on docs/simulation.md when all conversations of the aim were played, and the
conversations in which something was found, or whose goal was not reached, to var/simulation.md.
Ends with 1 when an aim is missed that must never be.
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench.machine import circumstances
from tests.bench.table import put_on_page
from tests.simulation.played import Played
from tests.simulation.report import Judged, Sum, judged, missed_aims, tables
from tests.simulation.running import play_all, plays
from tests.simulation.transcript import transcript
from tests.stack import running_stack

#: Many debtors write from one address, and a busy machine is to tell nothing about the product.
_SETTINGS = {
    "LIMITS_FILE": str(Path(__file__).resolve().parents[1] / "bench" / "limits.yaml"),
    "CASE_API_TIMEOUT_SECONDS": "20",
}
_TRANSCRIPTS = Path("var/simulation.md")
#: So many conversations the page tells of; fewer are only printed.
_FOR_THE_PAGE = 1000


def main() -> int:
    """Runs it; 0 when no aim is missed that must never be."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--conversations", type=int, default=_FOR_THE_PAGE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a kind of debtor, alone")
    parser.add_argument("--page", action="store_true", help="write the page also with fewer")
    options = parser.parse_args()
    about = circumstances(f"make simulate SIMULATE={options.conversations} SEED={options.seed}")
    chosen = plays(options.conversations, options.seed)
    if options.only:
        chosen = [play for play in chosen if play.kind.name == options.only]
    with (
        tempfile.TemporaryDirectory() as folder,
        running_stack(Path(folder), **_SETTINGS) as stack,
    ):
        progress = _Progress(len(chosen))
        all_judged = [judged(played) for played in play_all(stack, chosen, progress.one_more)]
    return _tell(about, all_judged, on_page=options.page or len(chosen) >= _FOR_THE_PAGE)


def _tell(about: str, all_judged: list[Judged], on_page: bool) -> int:
    never, others = missed_aims(Sum.of(all_judged))
    missed = "; ".join(never + others)
    aims = f"Missed: {missed}." if missed else "No aim is missed."
    content = f"{about} {aims}\n\n{tables(all_judged)}"
    print(f"\n{content}\n", flush=True)
    if on_page:
        put_on_page("simulation", content)
    to_read = [one for one in all_judged if one.findings or not one.reached]
    _TRANSCRIPTS.parent.mkdir(exist_ok=True)
    _TRANSCRIPTS.write_text("\n\n".join(map(transcript, to_read)) + "\n", encoding="utf-8")
    print(f"{len(to_read)} conversations to read: {_TRANSCRIPTS}")
    return int(bool(never))


class _Progress:
    """Says now and then how far it has come."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._played = 0

    def one_more(self, played: Played) -> None:
        self._played += 1
        if self._played % 50 == 0:
            print(f"· {self._played} of {self._of}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
