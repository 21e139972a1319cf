"""A client's rules on a day, as they are handed to another process: as they are written."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from backend.clients import Client
from backend.plans import PlanRules, RuleBook, jurisdiction


@dataclass(frozen=True)
class RulesOfDay:
    """The `plans` section of a client's file, its country, and the day whose rules are meant."""

    section: tuple[dict[str, Any], ...]
    country: str
    day: date

    @classmethod
    def of(cls, client: Client, day: date) -> Self:
        """The rules of a client."""
        return cls(client.plans, client.country, day)

    def read(self) -> PlanRules:
        """The rules. Raises DataError."""
        return RuleBook.read(self.section, jurisdiction(self.country)).on(self.day)
