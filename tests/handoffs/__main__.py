"""Plays hand-overs against the running product and asks the cards: `make eval-handoff`.

Writes the tables on docs/handover.md and what is missing to var/handoffs.md. Ends with 1 below the aim.
"""

import argparse
import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import cycle
from pathlib import Path
from random import Random

import httpx

from tests.bench.machine import circumstances
from tests.bench.table import put_on_page
from tests.handoffs.cases import Wish, write_copies
from tests.handoffs.played import Played
from tests.handoffs.playing import Play
from tests.handoffs.report import AIM, held, missing, percent, tables
from tests.handoffs.situations import CLIENTS, situations
from tests.stack import TODAY, Stack, running_stack

#: Many debtors write from one address, and a busy machine is to tell nothing about the product.
_SETTINGS = {
    "LIMITS_FILE": str(Path(__file__).resolve().parents[1] / "bench" / "limits.yaml"),
    "CASE_API_TIMEOUT_SECONDS": "20",
}
_MISSING = Path("var/handoffs.md")
_AT_ONCE = 3
_SECONDS = 120


def main() -> int:
    """Runs it; 0 when the aim is reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.handoffs", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of a situation's name, for these alone")
    options = parser.parse_args()
    about = circumstances(f"make eval-handoff SEED={options.seed}")
    chosen = [one for one in chosen_plays() if options.only in one.situation.name]
    with tempfile.TemporaryDirectory() as folder, running_stack(Path(folder), **_SETTINGS) as stack:
        _play_all(stack, chosen, options.seed)
    all_held = [one for played in chosen for one in held(played)]
    content = f"{about}\n\n{tables(chosen, all_held)}"
    print(content, flush=True)
    lines = missing(all_held)
    print("\n".join(lines))
    if not options.only:
        put_on_page("handoffs", content)
    _MISSING.parent.mkdir(exist_ok=True)
    _MISSING.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(percent(all_held) < AIM)


def chosen_plays() -> list[Played]:
    """Each script in two languages, so that each language has about as many as the others."""
    spoken = list(CLIENTS)
    clients = {language: cycle(CLIENTS[language]) for language in spoken}
    chosen = []
    for number, situation in enumerate(situations()):
        for language in situation.languages or _two(spoken, number):
            client = situation.client or next(clients[language])
            chosen.append(Played(situation, language, client, []))
    return chosen


def _two(spoken: list[str], number: int) -> list[str]:
    """Two languages that stand far apart, others for each script."""
    return [spoken[(number + step) % len(spoken)] for step in (0, len(spoken) // 2)]


def _play_all(stack: Stack, chosen: list[Played], seed: int) -> None:
    wishes = [Wish(one.client, one.situation.cases, one.situation.days_ago) for one in chosen]
    written = asyncio.run(write_copies(stack.database_url, date.fromisoformat(TODAY), wishes))
    for played, references in zip(chosen, written, strict=True):
        played.cases = references

    def run(numbered: tuple[int, Played]) -> None:
        number, played = numbered
        with httpx.Client(base_url=stack.address, timeout=_SECONDS, trust_env=False) as http:
            http.headers["X-Requested-With"] = "sovinto"
            http.cookies.set("sovinto_staff", cookie)
            Play(http, played, Random(f"{seed}-{number}")).run()

    cookie = _signed_in(stack)
    with ThreadPoolExecutor(_AT_ONCE) as together:
        list(together.map(run, enumerate(chosen)))


def _signed_in(stack: Stack) -> str:
    """The session of somebody at the desk who sees all clients."""
    headers = {"X-Requested-With": "sovinto"}
    with httpx.Client(base_url=stack.address, trust_env=False, headers=headers) as http:
        given = {"email": "agent@demo", "password": "demo"}
        http.post("/api/staff/session", json=given).raise_for_status()
        return str(http.cookies["sovinto_staff"])


if __name__ == "__main__":
    raise SystemExit(main())
