"""The application, and agents at the console."""

from tests.backend.conversations.fixtures import (  # noqa: F401
    app,
    closed_now,
    house,
    http,
    rasa,
    served,
    shared,
)
from tests.backend.staff.agents import (  # noqa: F401
    agents,
    alm,
    lind_only,
    password_hash,
    pyy_only,
)
