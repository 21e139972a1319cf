"""Clients with rules of their own, for tests that need more than the made-up clients allow."""

from dataclasses import replace
from typing import Any

from backend.clients import Client, ClientBook
from backend.services import Services

BAND: dict[str, Any] = {
    "instalment": {"at_least": 300},
    "instalments": {"at_most": 12},
    "first_payment": {"within_days": 35},
}


def with_rules(services: Services, client: str, *bands: dict[str, Any], **version: Any) -> Services:
    """The services, where `client` has one version of rules with these bands."""
    before = services.clients.get(client)
    section = ({"from": "2026-01-01", "bands": [BAND | band for band in bands], **version},)
    after: Client = before.model_copy(update={"plans": section})
    for read_from_it in ("rule_book", "rules_version"):
        after.__dict__.pop(read_from_it, None)
    others = {one.id: one for one in services.clients if one.id != client}
    return replace(services, clients=ClientBook({**others, client: after}))
