"""A client's rules as its file writes them, read without the product's own reader."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.stack import TODAY

Json = dict[str, Any]
_CLIENTS = Path(__file__).resolve().parents[3] / "backend" / "clients" / "demo"


def rules_for(client: str, before: Json, digits: int) -> Json | None:
    """The band of today's rules that a case falls under; amounts in the currency's major unit.

    `before` is what the truth tells of the case. None where only a person may decide.
    """
    measured = _measures(before, digits)
    for band in _bands(client):
        if all(_fits(wanted, measured[name]) for name, wanted in band.get("when", {}).items()):
            return dict(band)
    return None


def _measures(before: Json, digits: int) -> Json:
    """What a band may ask of a case."""
    case = before["case"]
    return {
        "balance": case["balance"]["total"] / 10**digits,
        "age_days": (date.fromisoformat(TODAY) - date.fromisoformat(case["due_date"])).days,
        "debtor": case["debtor"]["kind"],
        "status": case["status"],
        "broken_plans": sum(plan["status"] == "broken" for plan in before["plans"]),
    }


def _fits(wanted: Any, measured: Any) -> bool:
    if isinstance(wanted, list):
        return measured in wanted
    if not isinstance(wanted, dict):
        return bool(measured == wanted)
    most = wanted.get("up_to", wanted.get("at_most", measured))
    return bool(wanted.get("over", -1) < measured <= most)


def numbers_of(rules: Any, digits: int) -> set[int]:
    """All numbers in the rules, in minor units."""
    if isinstance(rules, bool) or rules is None:
        return set()
    if isinstance(rules, int | float):
        return {round(rules * 10**digits)}
    if isinstance(rules, dict):
        return set().union(*(numbers_of(value, digits) for value in rules.values()))
    if isinstance(rules, list):
        return set().union(*(numbers_of(value, digits) for value in rules))
    return set()


@cache
def _bands(client: str) -> list[Json]:
    """The bands of the version that holds today."""
    file = yaml.safe_load((_CLIENTS / f"{client}.yaml").read_text(encoding="utf-8"))
    plans: list[Json] = file["plans"]
    if "bands" not in plans[0]:
        return plans
    begun = [version for version in plans if str(version.get("from", "")) <= TODAY]
    newest = max(begun, key=lambda version: str(version.get("from", "")))
    return list(newest["bands"])
