"""A hand-over with a card that holds everything, in which tests plant a fault."""

from copy import deepcopy
from typing import Any

from tests.handoffs.played import Played, Said
from tests.handoffs.situations import Situation

Json = dict[str, Any]

OFFER: Json = {
    "type": "plan",
    "status": "offered",
    "instalments": 12,
    "instalment": 40500,
    "total": 486000,
    "currency": "SEK",
}
_CASE: Json = {
    "status": "open",
    "debtor": {"name": "Tora Talltita", "kind": "consumer", "only_in_writing": False},
    "balance": {"total": 486000, "currency": "SEK"},
    "plan": None,
    "ended_plan": None,
    "deferred_until": None,
    "holds": [{"reason": "payment_reported", "until": "2026-12-05"}],
}
_CARD: Json = {
    "who": {
        "identified_by": "payment_page",
        "identified_meanwhile": False,
        "name": "Tora Talltita",
        "kind": "consumer",
        "channel": "web",
        "phone": None,
        "only_in_writing": False,
    },
    "spoken": {"language": "sv", "plain": False},
    "cases": [
        {
            "reference": "S-1",
            "here": True,
            "status": "open",
            "balance": 486000,
            "currency": "SEK",
        }
    ],
    "why": {
        "reason": "requested",
        "rule": None,
        "wish": "en människa, tack",
        "promised_at": None,
        "also": [],
    },
    "asked": [{"intent": "ask_fees"}, {"intent": "report_hardship"}, {"intent": "propose_terms"}],
    "proposals": [
        {
            "terms": {"amount": 9000},
            "refused_by": [{"rule": "instalment_at_least", "text": "Minst 300,00 kr."}],
            "shown": {
                "instalments": 12,
                "instalment": 40500,
                "total": 486000,
                "currency": "SEK",
            },
        }
    ],
    "agreed": {
        "plan": None,
        "deferred_until": None,
        "rests": [{"reason": "payment_reported", "until": "2026-12-05"}],
    },
    "care": [{"kind": "hardship"}],
    "mood": {"sign": "worried"},
    "flow": {"doing": "plan", "waits_for": "decision"},
    "steps": {
        "allowed": [
            {"step": "pay", "by_hand": False, "amount": 486000},
            {
                "step": "plan",
                "by_hand": False,
                "amount": 40500,
                "instalments": 12,
                "until": "2026-12-28",
            },
            {"step": "deferral", "by_hand": False, "until": "2026-12-23"},
        ],
        "barred_by": [],
    },
}


def sound() -> Played:
    """A debtor asks about fees, tells of hardship, proposes 90 a month, and asks for a person."""
    script = Situation(
        name="sound",
        cases=[1001],
        moves=["fees", "hardship", "terms low", "person"],
        reason="requested",
        led_by="person",
        care=["hardship"],
        mood="worried",
        flow="plan",
        waits_for="decision",
    )
    played = Played(script, "sv", "se-energi", ["S-1"], mode="queue")
    played.said = [
        Said("fees", "vad är det för avgifter"),
        Said("hardship", "jag har blivit av med jobbet"),
        Said("terms", "90 kr i månaden", amount=9000),
        Said("person", "en människa, tack"),
    ]
    played.seen = [OFFER, {"type": "handoff", "reference": "H-1"}]
    case = deepcopy(_CASE)
    played.told = {
        "case": case,
        "all": {"S-1": case},
        "options": {
            "smallest_instalment": 40500,
            "most_instalments": 12,
            "first_payment_latest": "2026-12-28",
            "settlement": None,
            "referral": None,
        },
        "deferral": {"latest": "2026-12-23"},
        "answer": {"reasons": [{"rule": "instalment_at_least"}]},
    }
    played.card = deepcopy(_CARD)
    return played
