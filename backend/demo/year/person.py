"""A person takes a generated conversation over."""

from datetime import datetime, timedelta

from backend.demo.year.moments import lasting
from backend.demo.year.visit import Going
from backend.handoff.outcomes import outcomes


def take_over(going: Going, reason: str, at: datetime, until: datetime) -> None:
    """From the handoff to its end; nothing after the moment `until`, when the year ends."""
    told, voices, hours = going.told, going.voices, going.client.opening_hours
    is_open = hours.is_open(at)
    told.handed_over = True
    told.happens("handoff_made", at, reason=reason, in_hours=is_open)
    told.says("system", voices.line("handoff_open" if is_open else "handoff_closed"), at)
    taken = _when_somebody_is_there(going, at)
    if taken is None or taken > until - timedelta(hours=1):
        return
    wait = hours.open_seconds(at, taken)
    told.happens("handoff_taken", taken, reason=reason, waited_open_seconds=wait)
    name = voices.line("agents")
    told.says("system", voices.line("agent_joined", name=name), taken)
    wrote = taken + lasting(going.chance, going.shape.person_writes)
    wait = hours.open_seconds(at, wrote)
    told.happens("agent_answered_first", wrote, reason=reason, waited_open_seconds=wait)
    told.says("agent", voices.line("agent_first"), wrote, name=name)
    _end(going, reason, name, wrote)


def _when_somebody_is_there(going: Going, at: datetime) -> datetime | None:
    """When it is taken: soon in opening hours, and early when they begin again."""
    hours = going.client.opening_hours
    opens = hours.next_opening(at)
    if opens is None:
        return None
    taken = opens + lasting(going.chance, going.shape.person_takes)
    if hours.is_open(taken):
        return taken
    again = hours.next_opening(taken)
    return again and again + lasting(going.chance, going.shape.person_writes)


def _end(going: Going, reason: str, name: str, at: datetime) -> None:
    told, voices, chance, shape = going.told, going.voices, going.chance, going.shape
    at += lasting(chance, shape.person_writes)
    told.says("debtor", voices.line("debtor_reply"), at)
    at += lasting(chance, shape.person_writes)
    told.says("agent", voices.line("agent_more"), at, name=name)
    at += lasting(chance, shape.person_writes)
    returned = chance.random() < shape.returned
    [outcome] = chance.choices(list(shape.outcomes), list(shape.outcomes.values()))
    how = "returned" if returned else outcome
    why = None if returned else chance.choice(outcomes()[outcome])
    told.happens("handoff_ended", at, reason=reason, outcome=how, why=why)
    told.says("system", voices.line("returned" if returned else "conversation_closed"), at)
