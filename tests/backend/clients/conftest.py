"""The fixtures that these packages share, and a folder for files of a test's own."""

from pathlib import Path

import pytest

from tests.backend.cases.house import (  # noqa: F401
    api,
    clients,
    clock,
    made_up_cases,
    seeded,
    services,
    visitor,
)
from tests.backend.clients.files import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder."""
    path = tmp_path / "clients"
    path.mkdir()
    return Folder(path)
