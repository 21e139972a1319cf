"""The pure core alone: how many proposals it answers, without interest and with interest day by day."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from backend.clients import Client, ClientBook
from backend.plans import Claim, PlanRules, Proposal, agreed_interest, negotiate
from backend.settings import get_settings
from tests.bench.latencies import Latencies

ON = date(2026, 11, 21)
RATE = Decimal("12.5")
#: Within the rules, below and above them; with and without dates.
PROPOSALS = [
    Proposal(),
    Proposal(amount=50000),
    Proposal(amount=50000, day_of_month=25),
    Proposal(amount=2000),
    Proposal(instalments=6),
    Proposal(instalments=40),
    Proposal(end_date=date(2027, 6, 30)),
    Proposal(instalments=5, first_date=date(2026, 12, 27)),
]


def negotiate_often(times: int, *, daily_interest: bool) -> Latencies:
    """How long each answer took, over all clients' rules, by turns."""
    clients = ClientBook.read(get_settings().clients_folder)
    asked = [found for client in clients for found in _asked(client, daily_interest)]
    took = []
    for claim, rules, proposal in islice(cycle(asked), times):
        began = time.perf_counter()
        negotiate(claim, rules, proposal, on=ON)
        took.append((time.perf_counter() - began) * 1000)
    return Latencies.of(took)


def _asked(client: Client, daily_interest: bool) -> Iterator[tuple[Claim, PlanRules, Proposal]]:
    """A claim in the middle of each of the client's bands, with each proposal."""
    rules = client.rules_on(ON)
    interest = None
    if daily_interest:
        bands = (band.model_copy(update={"interest": "runs"}) for band in rules.bands)
        rules = replace(rules, bands=tuple(bands))
        interest = agreed_interest(RATE, ON, client.jurisdiction.interest.day_count.used)
    for band in rules.bands:
        balance = band.when.balance
        middle = (balance.over + (balance.up_to or 2 * balance.over)) // 2
        claim = Claim(balance=middle, currency=client.currency, interest=interest)
        for proposal in PROPOSALS:
            yield claim, rules, proposal
