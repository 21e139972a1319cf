"""The whole product, started once for all walks that leave it as it is."""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import httpx
import pytest

from tests.stack import Stack, running_stack
from tests.walks.case_system import CaseSystem

TURN_SECONDS = 40
#: Signs the tokens of payment pages, so that tests can make wrong ones too.
PAYMENT_PAGE_SECRET = token_hex(32)
SETTINGS = {
    "PAYMENT_PAGE_SECRET": PAYMENT_PAGE_SECRET,
    "LIMITS_FILE": str(Path(__file__).with_name("limits.yaml")),
}


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Everything running; nobody disturbs its processes."""
    with running_stack(tmp_path_factory.mktemp("stack"), **SETTINGS) as running:
        yield running


@pytest.fixture(scope="session")
def http(stack: Stack) -> Iterator[httpx.Client]:
    """Any visitor's HTTP."""
    with visitor(stack) as client:
        yield client


@pytest.fixture(scope="session")
def cases(stack: Stack, http: httpx.Client) -> CaseSystem:
    """What really stands."""
    return CaseSystem(stack, http)


def visitor(stack: Stack) -> httpx.Client:
    """HTTP to a stack, past any proxy."""
    return httpx.Client(base_url=stack.address, timeout=TURN_SECONDS, trust_env=False)
