"""A debtor's visit, from the greeting to its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from backend.clients import Client
from backend.demo.year.moments import amount
from backend.demo.year.shape import Shape, Visit
from backend.demo.year.told import Told
from backend.demo.year.voices import Voices
from backend.demo.year.wishes import Wish

#: Wishes for which nobody has to be known.
_FOR_ANYBODY = frozenset({"greet", "ask_opening_hours", "goodbye", "thank"})


@dataclass
class Going:
    """What one visit goes by. `clock` gives the moment of each next message."""

    chance: Random
    shape: Shape
    client: Client
    told: Told
    voices: Voices
    wish: Wish
    clock: Iterator[datetime]
    known: bool
    misses: int = 0


def go(going: Going, visit: Visit) -> str | None:
    """Tells the visit; gives the reason for which a person is to take over, if one is."""
    for place, intent in enumerate(visit.wishes):
        if going.chance.random() < _missing(going):
            reason = _miss(going, intent)
            if reason is not None:
                return reason or None
        if not going.known and intent not in _FOR_ANYBODY:
            if going.chance.random() >= going.shape.identified_later:
                _turn(going, intent, "identify_first")
                return None
            going.told.happens("visitor_identified", next(going.clock))
            going.known = True
        is_last = place == len(visit.wishes) - 1
        _answer(going, intent, visit.ends if intent == "affirm" or is_last else None)
    return visit.person


def _missing(going: Going) -> float:
    shape, told = going.shape, going.told
    often = shape.missed.get(told.language, shape.missed["otherwise"])
    return often * shape.missed_in_channel.get(told.channel, 1.0)


def _miss(going: Going, intent: str) -> str | None:
    """None when it goes on; else the reason for a person, or nothing when the debtor leaves."""
    going.misses += 1
    _turn(going, intent, "rephrase" if going.misses == 1 else "choose", missed=True)
    if going.misses > 1 and going.chance.random() < going.shape.person_after_second_miss:
        return "misunderstood"
    return "" if going.chance.random() < going.shape.leaves_after_miss else None


def _answer(going: Going, intent: str, ends: str | None) -> None:
    shape, told, wish = going.shape, going.told, going.wish
    concluded = shape.concludes.get(ends or "")
    if concluded is not None and intent == "affirm":
        at = _conclude(going, ends or "")
        _turn(going, intent, concluded, at=at)
        return
    at = next(going.clock)
    if intent in shape.offers:
        countered = going.chance.random() < shape.plan.countered
        told.happens(
            "plan_offered",
            at,
            outcome="counter" if countered else "offer",
            rules=["instalments"] if countered else [],
            currency=wish.currency,
            total=wish.total,
            instalments=wish.instalments,
        )
    _turn(going, intent, shape.answers.get(intent, "answer"), at=at)


def _conclude(going: Going, ends: str) -> datetime:
    at, wish, told = next(going.clock), going.wish, going.told
    if ends == "plan_agreed":
        parts = wish.instalments
        told.happens(ends, at, currency=wish.currency, total=wish.total, instalments=parts)
    elif ends == "deferred":
        told.happens("payment_deferred", at, days=going.chance.choice(going.shape.deferral_days))
    else:
        told.happens("claim_disputed", at)
    return at


def _turn(
    going: Going, intent: str, line: str, *, missed: bool = False, at: datetime | None = None
) -> None:
    chance, told, wish = going.chance, going.told, going.wish
    at = at or next(going.clock)
    asks = intent in going.shape.asks and not missed and line != "identify_first"
    sure = round(chance.uniform(0.15, 0.37) if missed else chance.uniform(0.55, 0.99), 2)
    wrote = going.voices.line("not_understood") if missed else going.voices.debtor(intent)
    understood = _understood(going, intent, sure)
    turn = told.says("debtor", wrote, at, understood=understood)
    milliseconds = round(amount(chance, going.shape.assistant_milliseconds))
    answered = at + timedelta(milliseconds=milliseconds)
    money = {"currency": wish.currency}
    until = answered.date() + timedelta(days=max(going.shape.deferral_days))
    said = going.voices.line(
        line,
        total={**money, "amount": wish.total},
        instalment={**money, "amount": wish.instalment},
        parts=wish.instalments,
        until=until,
    )
    told.says("assistant", said, answered)
    told.happens(
        "turn_answered",
        answered,
        turn=turn,
        intent=intent,
        confidence=sure,
        missed=missed,
        asks=asks,
        milliseconds=milliseconds,
    )


def _understood(going: Going, intent: str, sure: float) -> dict[str, Any]:
    others = going.chance.sample(sorted(going.shape.asks - {intent}), 2)
    rest = [(1 - sure) / 2, (1 - sure) / 4]
    ranking = [(intent, sure), *((name, round(share, 2)) for name, share in zip(others, rest))]
    return {
        "intent": intent,
        "confidence": sure,
        "language": going.told.language,
        "entities": [],
        "ranking": [{"name": name, "confidence": share} for name, share in ranking],
    }
