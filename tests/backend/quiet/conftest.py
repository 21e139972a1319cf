"""The application, the assistant that it asks, and its clients."""

from tests.backend.conversations.fixtures import (  # noqa: F401
    app,
    house,
    http,
    rasa,
    shared,
)
