"""Plays many conversations against a running product, a few at once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random
from threading import local

import httpx

from tests.simulation.own_cases import OwnCase, Wish, write_cases
from tests.simulation.played import Played
from tests.simulation.playing import Play
from tests.simulation.truth import Truth
from tests.simulation.written import kinds, languages
from tests.stack import TODAY, Stack

AT_ONCE = 6
_TURN_SECONDS = 120


def plays(conversations: int, seed: int) -> list[Play]:
    """Which debtors come: each kind in each language in turn; the same seed gives the same."""
    spoken, who = list(languages()), kinds()
    chosen = []
    for number in range(conversations):
        kind = who[number % len(who)]
        language = spoken[(number // len(who) + number % len(who)) % len(spoken)]
        clients = languages()[language].clients
        client = Random(f"{seed}-client-{number}").choice(clients)
        chosen.append(Play(number, kind, language, client, str(seed)))
    return chosen


def play_all(
    stack: Stack, chosen: list[Play], done: Callable[[Played], None] = lambda played: None
) -> list[Played]:
    """Plays all of them, each about a case of its own, and gives them in their order."""
    wishes = [Wish(play.client, play.kind.case, Random(f"case-{play.number}")) for play in chosen]
    written = write_cases(stack.database_url, date.fromisoformat(TODAY), wishes)
    own = asyncio.run(written)
    database = stack.database_url.removeprefix("sqlite:///")
    at_hand = local()

    def run(play: Play, case: OwnCase) -> Played:
        if not hasattr(at_hand, "http"):
            at_hand.http = httpx.Client(
                base_url=stack.address, timeout=_TURN_SECONDS, trust_env=False
            )
        played = play.run(at_hand.http, Truth(at_hand.http, database), case)
        done(played)
        return played

    with ThreadPoolExecutor(AT_ONCE) as together:
        return list(together.map(run, chosen, own))
