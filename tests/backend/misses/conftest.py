"""The application, designers at the console, and a working copy to teach."""

from tests.backend.conversations.fixtures import (  # noqa: F401
    app,
    house,
    http,
    rasa,
    served,
    shared,
)
from tests.backend.misses.designers import analyst, copy, designer, of_pyy  # noqa: F401
