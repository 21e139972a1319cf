"""What is measured. A label has few values, all of them from the code or the data files."""

from prometheus_client import Counter, Gauge, Histogram

_UP_TO_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

REQUESTS = Counter(
    "sovinto_requests_total", "Answered HTTP requests.", ["method", "route", "status"]
)
REQUEST_SECONDS = Histogram(
    "sovinto_request_seconds", "Time to the answer.", ["route"], buckets=_UP_TO_SECONDS
)
SOCKETS = Gauge("sovinto_live_sockets", "Open live sockets.", ["route"])
TURNS = Counter("sovinto_turns_total", "Turns of the assistant by how they ended.", ["ended"])
TURN_SECONDS = Histogram(
    "sovinto_turn_seconds", "Time that the assistant took.", buckets=_UP_TO_SECONDS
)
PENDING_TURNS = Gauge("sovinto_pending_turns", "Debtors' messages that wait for the assistant.")
OLDEST_PENDING_SECONDS = Gauge(
    "sovinto_oldest_pending_turn_seconds", "How long the longest waiting one has waited."
)
WAITING_HANDOFFS = Gauge(
    "sovinto_waiting_handoffs", "Conversations that wait for a person.", ["client"]
)
