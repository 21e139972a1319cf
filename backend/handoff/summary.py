"""What an agent reads first: the reason, and up to four lines of what is known. Nothing else."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from backend.clients import Client
from backend.handoff.models import Handoff
from backend.wording import Catalogue

_FILE = Path(__file__).with_name("summary.yaml")
_MOST_LINES = 5
_LONGEST_WISH = 160

#: The terms of a plan, by the name that the case API has for them.
_WISHED = {
    "instalments": "wished_instalments",
    "duration_months": "wished_months",
    "end_date": "wished_end",
    "first_date": "wished_first",
    "day_of_month": "wished_day",
}


class SummaryLine(BaseModel):
    """One possible line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    needs: tuple[str, ...]
    unless: str | None = None

    def fits(self, known: Mapping[str, Any]) -> bool:
        """Whether all is known that the line says."""
        return all(need in known for need in self.needs) and self.unless not in known


def summary(handoff: Handoff, client: Client, catalogue: Catalogue) -> list[str]:
    """At most five lines in the catalogue's language."""
    known = _known(handoff, client)
    lines = [catalogue.write(f"reason_{handoff.reason}", {})]
    written = [
        _write(line, catalogue, known, client.country) for line in _lines() if line.fits(known)
    ]
    lines += [line for line in written if line is not None]
    return lines[:_MOST_LINES]


def _write(
    line: SummaryLine, catalogue: Catalogue, known: Mapping[str, Any], country: str
) -> str | None:
    try:
        return catalogue.write(line.text, known, country)
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return None  # a fact of another kind than it should be; a person can do without it


def _known(handoff: Handoff, client: Client) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "phone": handoff.phone,
        "identified": handoff.conversation.identified or None,
        "wish": _shortened(handoff.wish) or None,
    }
    if handoff.promised_at is not None:
        facts["at"] = handoff.promised_at.astimezone(client.zone).isoformat()
    terms = _mapping(handoff.facts.get("plan_terms"))
    facts |= {name: terms.get(term) for term, name in _WISHED.items()}
    facts["wished_amount"] = _money(terms.get("amount"), client.currency)
    facts["down_payment"] = _money(terms.get("down_payment"), client.currency)
    offers = _mapping(handoff.facts.get("plan_outcome")).get("offers") or [None]
    offer = _mapping(offers[0])
    facts["offered_instalments"] = offer.get("instalments")
    facts["offered_instalment"] = _money(offer.get("instalment"), client.currency)
    return {name: value for name, value in facts.items() if value is not None}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _money(amount: int | None, currency: str) -> dict[str, Any] | None:
    return None if amount is None else {"amount": amount, "currency": currency}


def _shortened(wish: str) -> str:
    one_line = " ".join(wish.split())
    return one_line if len(one_line) <= _LONGEST_WISH else f"{one_line[:_LONGEST_WISH]} …"


@cache
def _lines() -> tuple[SummaryLine, ...]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[SummaryLine, ...]).validate_python(content)
