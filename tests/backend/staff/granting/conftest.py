"""A client whose rules let people go further, an agent and two supervisors, and a debtor who waits."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from backend.staff.granting.agreeing import take_yes
from backend.staff.granting.sending import AGREES
from tests.backend.agreements.rules import with_rules
from tests.backend.conversations.fixtures import (  # noqa: F401
    Visitor,
    app,
    house,
    http,
    rasa,
    served,
    shared,
)
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.granting.grantor import Grantor
from tests.backend.staff.people import somebody

BAND: dict[str, Any] = {
    "deferral": {"at_most_days": 14},
    "pause": {"at_most_instalments": 1, "within_months": 12},
    "change": {"at_most_times": 2, "next_within_days": 14},
}
BY_HAND: dict[str, Any] = {
    "agent": {
        "instalment": {"at_least": 150},
        "instalments": {"at_most": 36},
        "deferral": {"at_most_days": 30},
        "pause": {"at_most_instalments": 2, "within_months": 12},
    },
    "supervisor": {
        "instalment": {"at_least": 100},
        "instalments": {"at_most": 60},
        "deferral": {"at_most_days": 60},
        "settlement": {"at_least_percent": 70, "within_days": 30},
    },
}


@pytest.fixture
def generous(app: FastAPI, house: Services) -> Services:  # noqa: F811
    """Services where the client lind lets people go beyond its rules."""
    found = with_rules(house, "lind", BAND, by_hand=BY_HAND, undo_within_days=14)
    app.state.services = replace(found, own_buttons={AGREES: take_yes})
    return app.state.services  # type: ignore[no-any-return]


@pytest.fixture
async def debtor(http: httpx.AsyncClient, generous: Services) -> Visitor:  # noqa: F811
    """Somebody who owes 4 860,00 kr and waits for a person."""
    await a_case(generous.database, "L-1")
    token = make_payment_page_token(generous.settings, "lind", "L-1")
    visitor = await Visitor.arrives(http, token=token)
    await hand_over(http, visitor)
    return visitor


@pytest.fixture
async def agent(
    app: FastAPI,  # noqa: F811
    generous: Services,
    debtor: Visitor,
) -> AsyncIterator[Grantor]:
    """An agent who has taken the conversation."""
    found = Grantor(await somebody(app, generous, "agent"), debtor)
    await found.takes()
    yield found
    await found.http.aclose()


@pytest.fixture
async def supervisor(
    app: FastAPI,  # noqa: F811
    generous: Services,
    debtor: Visitor,
) -> AsyncIterator[Grantor]:
    """A supervisor of all clients."""
    found = Grantor(await somebody(app, generous, "supervisor"), debtor)
    yield found
    await found.http.aclose()
