"""The doubles, running."""

from collections.abc import AsyncIterator

import pytest

from backend.services import Services
from tests.backend.demo.messengers.world import World, open_world


@pytest.fixture
async def world(services: Services) -> AsyncIterator[World]:
    async with open_world(services) as opened:
        yield opened
