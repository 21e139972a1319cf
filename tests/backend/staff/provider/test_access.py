"""What claims open: one role, and clients."""

from typing import Any

import pytest

from backend.staff.provider.access import Access, Opened

FILE = {
    "role": {
        "claim": ["realm_access", "roles"],
        "values": {"leaders": "supervisor", "agents": "agent"},
    },
    "clients": {"claim": "groups", "values": {"all": ["*"], "a": ["x", "y"], "b": ["y", "z"]}},
}
ACCESS = Access.model_validate(FILE)


def claims(roles: Any, groups: Any) -> dict[str, Any]:
    return {"realm_access": {"roles": roles}, "groups": groups}


@pytest.mark.parametrize(
    ("roles", "groups", "opened"),
    [
        (["agents"], ["a"], Opened("agent", ["x", "y"])),
        (["agents", "leaders"], ["b", "a"], Opened("supervisor", ["x", "y", "z"])),
        ("agents", "b", Opened("agent", ["y", "z"])),
        (["agents"], ["a", "all"], Opened("agent", ["*"])),
        (["Agents"], ["a"], None),
        (["agents"], ["c"], None),
        ([], ["a"], None),
        (None, None, None),
        ({"agents": True}, ["a"], None),
    ],
)
def test_claims_open_what_the_file_says(roles: Any, groups: Any, opened: Opened | None) -> None:
    assert ACCESS.opens(claims(roles, groups)) == opened


@pytest.mark.parametrize("said", [{}, {"realm_access": "agents", "groups": ["a"]}])
def test_a_claim_that_is_not_there_opens_nothing(said: dict[str, Any]) -> None:
    assert ACCESS.opens(said) is None
