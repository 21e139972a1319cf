"""Where help is found in a client's country, from the jurisdiction's data."""

from typing import Any

from backend.clients.profile import Client

_FACTS = {"name", "phone", "url", "hours"}


def help_of(client: Client, language: str) -> dict[str, Any]:
    """The helplines by their kind, each {name, phone, url, hours}, and the names of the bodies.

    `advisers` are all who give debt advice, the nearest first. What is not known is null.
    """
    country = client.jurisdiction
    found: dict[str, Any] = {}
    for kind in dict.fromkeys(line.kind for line in country.helplines):
        line = country.helpline(kind, language)
        if line is not None:
            found[kind] = line.model_dump(include=_FACTS)
    advisers = country.lines_of("debt_advice", language)
    return found | {
        "advisers": [line.model_dump(include=_FACTS) for line in advisers],
        "supervisor": country.supervisor.name,
        "supervisor_url": country.supervisor.url,
        "credit_register": country.credit_register.name,
        "eid": client.eid_in(language),
    }
