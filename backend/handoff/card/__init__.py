"""The card that a person opens instead of asking: built from facts each time it is looked at."""

from backend.handoff.card.building import Reader, build_card
from backend.handoff.card.schemas import Card

__all__ = ["Card", "Reader", "build_card"]
