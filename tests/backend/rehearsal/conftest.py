"""The application on a port of its own, and the assistant that it asks."""

from tests.backend.conversations.fixtures import (  # noqa: F401
    app,
    house,
    http,
    rasa,
    served,
    shared,
)
