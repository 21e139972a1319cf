"""The pure core alone: how many proposals it answers."""

import time
from datetime import date
from itertools import cycle, islice

from backend.clients import ClientBook
from backend.plans import Claim, Proposal, negotiate
from backend.settings import get_settings
from tests.bench.latencies import Latencies

ON = date(2026, 11, 21)
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


def negotiate_often(times: int) -> Latencies:
    """How long each answer took, over all clients' rules."""
    clients = list(ClientBook.read(get_settings().clients_folder))
    asked = [(client, proposal) for client in clients for proposal in PROPOSALS]
    took = []
    for client, proposal in islice(cycle(asked), times):
        claim = Claim(balance=486000, currency=client.currency)
        began = time.perf_counter()
        negotiate(claim, client.rules_on(ON), proposal, on=ON)
        took.append((time.perf_counter() - began) * 1000)
    return Latencies.of(took)
