"""Figures of what was done and what the consoles heard of it."""

from collections import Counter
from collections.abc import Sequence

from tests.bench.desk.acting import Acting
from tests.bench.desk.console import Console
from tests.bench.desk.numbers import Numbers
from tests.bench.latencies import Latencies
from tests.bench.table import Row


def rows_of(
    acting: Acting, consoles: Sequence[Console], numbers: Numbers, when: str = ""
) -> list[Row]:
    """The rows of one load; `when` tells it from the others."""
    messages, lost, twice = _messages(acting, consoles)
    changes, missed = _changes(acting, consoles)
    repeats = sum(console.repeats for console in consoles)
    wanted = len(acting.acts.messages)
    numbered = [[frame["n"] for _, frame in console.frames] for console in consoles]
    doubled = sum(len(of) - len(set(of)) for of in numbered)
    frames = sum(map(len, numbered))
    return [
        Row(
            f"{when}a message, from sending it to the console of who has the conversation, p50 / p95 / p99",
            str(Latencies.of(messages)),
            f"{numbers.consoles} consoles, {numbers.waiting} waiting, aim p95 < 300 ms",
        ),
        Row(
            f"{when}a change of the lists, from its beginning to each console, p50 / p95 / p99",
            str(Latencies.of(changes)),
            f"{len(changes)} times heard, aim p95 < 300 ms",
        ),
        Row(f"{when}messages lost, messages twice", f"{lost}, {twice} of {wanted}"),
        Row(
            f"{when}changes that a console did not hear, numbers twice",
            f"{missed}, {doubled + repeats} of {frames}",
            f"{numbers.cut_off} consoles were cut off and came back",
        ),
        Row(
            f"{when}requests that failed",
            f"{len(acting.acts.errors)} of {acting.acts.asked}",
            ", ".join(_kinds(acting)),
        ),
    ]


def _kinds(acting: Acting) -> list[str]:
    return [f"{count} × {kind}" for kind, count in Counter(acting.acts.errors).items()]


def _messages(acting: Acting, consoles: Sequence[Console]) -> tuple[list[float], int, int]:
    heard: dict[str, list[float]] = {id: [] for id in acting.acts.messages}
    for console in consoles:
        for came, frame in console.frames:
            if frame["type"] == "message" and frame["message"]["id"] in heard:
                heard[frame["message"]["id"]].append(came)
    took = [
        (heard[id][0] - began) * 1000
        for id, (began, _) in acting.acts.messages.items()
        if heard[id]
    ]
    lost = sum(not times for times in heard.values())
    return took, lost, sum(len(times) > 1 for times in heard.values())


def _changes(acting: Acting, consoles: Sequence[Console]) -> tuple[list[float], int]:
    took, missed = [], 0
    for console in consoles:
        seen: dict[tuple[str, str], float] = {}
        for came, frame in console.frames:
            if frame["type"] == "handoffs":
                for row in frame["items"]:
                    seen.setdefault((frame["conversation"], row["state"]), came)
        for began, conversation, state in acting.acts.changes:
            came_at = seen.get((conversation, state))
            if came_at is None:
                missed += 1
            else:
                took.append((came_at - began) * 1000)
    return took, missed
